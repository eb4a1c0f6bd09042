// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/searchfold.h"

#include "models/tokens/table/tokentable.h"

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Most names and every id are plain ASCII, where folding is lower case. False, with the arena as
/// it was, if they are not.
bool appendFoldedAscii(std::string &arena, std::string_view text)
{
    const std::size_t start = arena.size();
    arena.resize(start + text.size());
    char *out = arena.data() + start;
    unsigned plain = 1;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        plain &= unsigned(byte - 1U < 0x7fU);
        *out++ = static_cast<char>(byte + (unsigned(byte - 'A') < 26U ? 0x20 : 0));
    }
    if (!plain)
        arena.resize(start);
    return plain;
}

/// Separates a folded text from the same text without accents. No folded text holds it.
constexpr QChar Between(u'\uffff');

/// Letters with a stroke or of two letters do not decompose in Unicode.
QLatin1String plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ø':
        return "o"_L1;
    case u'ł':
        return "l"_L1;
    case u'đ':
    case u'ð':
        return "d"_L1;
    case u'ħ':
        return "h"_L1;
    case u'ŧ':
        return "t"_L1;
    case u'ı':
        return "i"_L1;
    case u'æ':
        return "ae"_L1;
    case u'œ':
        return "oe"_L1;
    case u'þ':
        return "th"_L1;
    default:
        return {};
    }
}

} // namespace

QString withoutAccents(const QString &folded)
{
    const QString apart = folded.normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(apart.size());
    for (const QChar letter : apart) {
        if (letter.category() == QChar::Mark_NonSpacing)
            continue;
        if (const QLatin1String instead = plainLetter(letter); !instead.isEmpty())
            plain += instead;
        else
            plain += letter;
    }
    return plain.normalized(QString::NormalizationForm_KC);
}

QString searchTextOf(QStringView text)
{
    QString folded = foldedForSearch(text);
    const QString plain = withoutAccents(folded);
    if (plain != folded)
        folded += Between + plain;
    return folded;
}

void appendFolded(std::string &arena, std::string_view utf8)
{
    if (appendFoldedAscii(arena, utf8))
        return;
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    const QByteArray folded = searchTextOf(text).toUtf8();
    arena.append(folded.constData(), std::size_t(folded.size()));
}

void appendFoldedRoles(SearchArena &arena, const QStringList &roles)
{
    for (const QString &role : roles) {
        const QByteArray utf8 = role.toUtf8();
        appendFolded(arena.text, {utf8.constData(), std::size_t(utf8.size())});
        arena.text.push_back('\0');
    }
    arena.endEntry();
}

QString foldedForSearch(QStringView text)
{
    QString folded = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    // Qt folds one character to one; of those that fold to two, NFKC leaves these.
    folded.replace(QChar(u'ß'), "ss"_L1);
    folded.replace(QChar(u'İ'), u"i\u0307"_s);
    // U+0000 separates the fields of an arena.
    folded.replace(QChar(u'\0'), QChar(u'\u2400'));
    folded.replace(Between, QChar(QChar::ReplacementCharacter));
    return folded.normalized(QString::NormalizationForm_KC); // folding can undo it
}

} // namespace rox
