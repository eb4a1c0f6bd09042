// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/visibletext.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool isIn(const std::array<Range, N> &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range &range) { return c >= range.first && c <= range.last; });
}

// Painted as nothing, though not in the categories of control and format characters.
constexpr std::array Blanks{
    Range{0x034f, 0x034f}, // combining grapheme joiner
    Range{0x115f, 0x1160}, // Hangul fillers
    Range{0x17b4, 0x17b5}, // Khmer inherent vowels
    Range{0x2065, 0x2065}, // reserved, ignored when drawn
    Range{0x2800, 0x2800}, // Braille pattern without a dot
    Range{0x3164, 0x3164}, // Hangul filler
    Range{0xffa0, 0xffa0}, // half-width Hangul filler
    Range{0xfff0, 0xfff8}, // reserved, ignored when drawn
};
/// Changes the look of the character before it, if that has variants.
constexpr std::array VariationSelectors{
    Range{0x180b, 0x180d}, Range{0x180f, 0x180f},   // Mongolian
    Range{0xfe00, 0xfe0f}, Range{0xe0100, 0xe01ef}, // of any script
};
/// Tags: the letters of a regional flag, as of England. And what is reserved beside them.
constexpr Range Tags{0xe0020, 0xe007f};
constexpr Range Reserved{0xe0000, 0xe0fff};
/// Extended_Pictographic of Unicode, in large ranges.
constexpr std::array Emoji{
    Range{0x00a9, 0x00a9},   Range{0x00ae, 0x00ae},   Range{0x203c, 0x203c},
    Range{0x2049, 0x2049},   Range{0x2122, 0x2122},   Range{0x2139, 0x2139},
    Range{0x2194, 0x21aa},   Range{0x231a, 0x23ff},   Range{0x24c2, 0x24c2},
    Range{0x25aa, 0x25fe},   Range{0x2600, 0x27bf},   Range{0x2934, 0x2935},
    Range{0x2b05, 0x2b55},   Range{0x3030, 0x303d},   Range{0x3297, 0x3299},
    Range{0x1f000, 0x1f1e5}, Range{0x1f200, 0x1f3fa}, Range{0x1f400, 0x1faff},
};
constexpr Range SkinTones{0x1f3fb, 0x1f3ff};
constexpr char32_t ZeroWidthNonJoiner = 0x200c;
constexpr char32_t ZeroWidthJoiner = 0x200d;
constexpr char32_t EmojiSelector = 0xfe0f;
constexpr char32_t TextSelector = 0xfe0e;
constexpr char32_t Keycap = 0x20e3;
constexpr char32_t BlackFlag = 0x1f3f4;
constexpr char32_t CancelTag = 0xe007f;
constexpr int Virama = 9; ///< the combining class

bool isWithin(Range range, char32_t c)
{
    return c >= range.first && c <= range.last;
}

bool isEmoji(char32_t c)
{
    return isIn(Emoji, c);
}

/// Not drawn by itself, and no blank that a user expects: shown as an escape, unless isDrawn().
bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isIn(Blanks, c) || isIn(VariationSelectors, c) || isWithin(Reserved, c);
    }
}

/// A text, and what is drawn of a hidden character because of those beside it.
class Neighbours
{
public:
    explicit Neighbours(const QList<uint> &text)
        : m_text(text)
    {}

    /// The hidden character at `i` changes how its neighbours are drawn, so it is part of the text.
    [[nodiscard]] bool isDrawn(qsizetype i) const
    {
        const char32_t c = at(i);
        if (c == ZeroWidthNonJoiner)
            return isAfterVirama(i) || separatesLetters(i);
        if (c == ZeroWidthJoiner)
            return isAfterVirama(i) || (isEmoji(at(i + 1)) && isEmoji(emojiBefore(i)));
        if (c == EmojiSelector || c == TextSelector)
            return isEmoji(at(i - 1)) || (at(i + 1) == Keycap && isOfKeypad(at(i - 1)));
        if (isIn(VariationSelectors, c))
            return selectsVariant(i);
        return isWithin(Tags, c) && isInFlag(i);
    }

private:
    [[nodiscard]] char32_t at(qsizetype i) const
    {
        return i >= 0 && i < m_text.size() ? m_text.at(i) : U'\0';
    }

    [[nodiscard]] bool isAfterVirama(qsizetype i) const
    {
        return QChar::combiningClass(at(i - 1)) == Virama;
    }

    /// Before one selector or skin tone.
    [[nodiscard]] char32_t emojiBefore(qsizetype i) const
    {
        const char32_t before = at(i - 1);
        return before == EmojiSelector || isWithin(SkinTones, before) ? at(i - 2) : before;
    }

    /// Between two letters that would be joined, as of Arabic: RFC 5892, appendix A.1.
    [[nodiscard]] bool separatesLetters(qsizetype i) const
    {
        qsizetype before = i - 1;
        while (before >= 0 && QChar::joiningType(at(before)) == QChar::Joining_Transparent
               && !isHidden(at(before)))
            --before;
        qsizetype after = i + 1;
        while (after < m_text.size() && QChar::joiningType(at(after)) == QChar::Joining_Transparent
               && !isHidden(at(after)))
            ++after;
        const auto left = QChar::joiningType(at(before));
        const auto right = QChar::joiningType(at(after));
        return (left == QChar::Joining_Dual || left == QChar::Joining_Left)
               && (right == QChar::Joining_Dual || right == QChar::Joining_Right);
    }

    [[nodiscard]] static bool isOfKeypad(char32_t c)
    {
        return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
    }

    [[nodiscard]] bool selectsVariant(qsizetype i) const
    {
        const auto script = QChar::script(at(i - 1));
        if (at(i) < 0xfe00)
            return script == QChar::Script_Mongolian && QChar::isLetter(at(i - 1));
        return at(i) >= 0xe0100 && script == QChar::Script_Han;
    }

    /// In a run of tags after a black flag that ends with the tag for the end.
    [[nodiscard]] bool isInFlag(qsizetype i) const
    {
        qsizetype first = i;
        while (isWithin(Tags, at(first - 1)) && at(first - 1) != CancelTag)
            --first;
        qsizetype last = i;
        while (isWithin(Tags, at(last)) && at(last) != CancelTag)
            ++last;
        return at(first - 1) == BlackFlag && at(last) == CancelTag && last > first;
    }

    const QList<uint> &m_text;
};

bool isBlank(char32_t c)
{
    return isHidden(c) || QChar::isSpace(c) || QChar::isMark(c);
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
    const QList<uint> characters = text.toUcs4(); // a lone surrogate becomes U+FFFD: visible
    const Neighbours neighbours(characters);
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters.at(i);
        if (isHidden(c) && !neighbours.isDrawn(i))
            appendVisible(shown, c);
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

QString withVisibleEnds(const QString &name)
{
    const auto isBlankCharacter = [](QChar c) { return c.category() == QChar::Separator_Space; };
    const auto first = std::find_if_not(name.begin(), name.end(), isBlankCharacter);
    const auto last =
        std::find_if_not(name.rbegin(), std::make_reverse_iterator(first), isBlankCharacter).base();
    const QChar openBox(0x2423);
    return QString(first - name.begin(), openBox) % visibleText(QStringView(first, last))
           % QString(name.end() - last, openBox);
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
