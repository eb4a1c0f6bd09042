// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokennote.h"

#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"
#include "models/values/visibletext.h"

#include <QRegularExpression>
#include <QSet>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

bool changesDirection(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

bool mayStay(QChar c)
{
    return c == u'\n' || c == u'\t'
           || (c.category() != QChar::Other_Control && !changesDirection(c) && c.unicode() != 0xfeff
               && c.unicode() != 0xffff && c.unicode() != 0xfffe);
}

/// Without half of a surrogate pair at the end.
QString cut(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    return text.left(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

} // namespace

QString cleanedNote(const QString &text)
{
    QString clean;
    clean.reserve(std::min(text.size(), MaxNote));
    for (qsizetype at = 0; at < text.size() && clean.size() < MaxNote; ++at) {
        const QChar c = text.at(at);
        if (c.unicode() == 0x2028 || c.unicode() == 0x2029)
            clean += u'\n';
        else if (!c.isSurrogate() && mayStay(c))
            clean += c;
        else if (c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++at);
        }
    }
    clean = cut(clean, MaxNote).trimmed();
    return hasVisibleCharacter(clean) ? clean : QString();
}

QString cleanedTag(const QString &text)
{
    QString tag = cleanedNote(text).simplified();
    tag.replace(u' ', u'-');
    tag = cut(tag, MaxTag);
    return hasVisibleCharacter(tag) ? tag : QString();
}

QStringList cleanedTags(const QStringList &texts)
{
    static const QRegularExpression separators(u"[,;\\n\\r]"_s);
    QStringList tags;
    QSet<QString> known;
    for (const QString &text : texts) {
        for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
            const QString tag = cleanedTag(part);
            const QString folded = foldedForSearch(tag);
            if (tag.isEmpty() || known.contains(folded))
                continue;
            if (tags.size() == MaxTags)
                return tags;
            known.insert(folded);
            tags.append(tag);
        }
    }
    return tags;
}

QString tagsAsText(const QStringList &tags)
{
    return tags.join(u'\n');
}

QStringList tagsOfText(const QString &text)
{
    return cleanedTags({text});
}

} // namespace rox
