// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/visibletext.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

bool isHidden(char32_t c)
{
    // Painted as nothing, though not in the categories of control and format characters.
    static constexpr std::array<char32_t, 7> blanks{0x034f, 0x115f, 0x1160, 0x17b4,
                                                    0x17b5, 0x3164, 0xffa0};
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return std::find(blanks.begin(), blanks.end(), c) != blanks.end();
    }
}

bool isBlank(char32_t c)
{
    constexpr char32_t BrailleBlank = 0x2800;
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    const bool selector = within(0xfe00, 0xfe0f) || within(0xe0100, 0xe01ef)
                          || within(0x180b, 0x180f); // of a variation of the character before
    const bool reserved = within(0xfff0, 0xfff8) || within(0xe0000, 0xe0fff) || c == 0x2065;
    return isHidden(c) || QChar::isSpace(c) || c == BrailleBlank || selector || reserved;
}

void appendVisible(QString &shown, char32_t c)
{
    if (c < 0x20) {
        shown += QChar(char16_t(0x2400 + c));
    } else if (c == 0x7f) {
        shown += QChar(u'\u2421');
    } else {
        shown += u'\u27e8';
        shown += "U+"_L1 + QString::number(c, 16).toUpper().rightJustified(4, QLatin1Char('0'));
        shown += u'\u27e9';
    }
}

} // namespace

QString visibleText(QStringView text)
{
    const auto plain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; };
    if (std::all_of(text.begin(), text.end(), plain))
        return text.toString();
    QString shown;
    shown.reserve(text.size());
    for (const char32_t c : text.toUcs4()) { // a lone surrogate comes out as U+FFFD: visible
        if (isHidden(c))
            appendVisible(shown, c);
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

QString shownText(const QString &serverText, qsizetype most)
{
    if (serverText.size() <= most)
        return visibleText(serverText);
    qsizetype end = most - 1;
    if (serverText.at(end - 1).isHighSurrogate())
        --end;
    return visibleText(serverText.left(end)) + QChar(0x2026);
}

QString shownName(const QString &name)
{
    constexpr qsizetype most = 80;
    return shownText(name, most);
}

bool hasVisibleCharacter(QStringView text)
{
    const auto plain = [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; };
    if (std::any_of(text.begin(), text.end(), plain))
        return true;
    const QList<uint> characters = text.toUcs4();
    return !std::all_of(characters.begin(), characters.end(), isBlank);
}

} // namespace rox
