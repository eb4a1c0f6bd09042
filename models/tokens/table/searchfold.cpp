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

} // namespace

void appendFolded(std::string &arena, std::string_view utf8)
{
    if (appendFoldedAscii(arena, utf8))
        return;
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    const QByteArray folded = foldedForSearch(text).toUtf8();
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
    return folded.normalized(QString::NormalizationForm_KC); // folding can undo it
}

} // namespace rox
