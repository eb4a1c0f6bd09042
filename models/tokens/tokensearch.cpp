// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokensearch.h"

#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MinRankedWord = 3;

/// A text as it is searched, and where each of its bytes stands in the text that is shown.
struct FoldedText
{
    std::string text;
    std::vector<qsizetype> begins; ///< by byte: begin of its character in the shown text
    std::vector<qsizetype> ends;

    void add(std::string_view folded, qsizetype begin, qsizetype end)
    {
        text.append(folded);
        begins.insert(begins.end(), folded.size(), begin);
        ends.insert(ends.end(), folded.size(), end);
    }
};

/// Folded character by character, so that each byte has its place.
FoldedText foldedWithPlaces(const QString &shown, bool keepsAccents)
{
    FoldedText folded;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, shown);
    qsizetype begin = 0;
    for (qsizetype end = characters.toNextBoundary(); end > begin;
         end = characters.toNextBoundary()) {
        const QString one = foldedForSearch(QStringView(shown).mid(begin, end - begin));
        const QByteArray utf8 = (keepsAccents ? one : withoutAccents(one)).toUtf8();
        folded.add({utf8.constData(), std::size_t(utf8.size())}, begin, end);
        begin = end;
    }
    return folded;
}

void addHits(QList<TokenSearch::Hit> *hits, const FoldedText &folded, const std::string &word)
{
    for (std::size_t at = folded.text.find(word); at != std::string::npos;
         at = folded.text.find(word, at + word.size()))
        hits->emplaceBack(folded.begins[at], folded.ends[at + word.size() - 1]);
}

bool isFor(const SearchWord &word, TokenSearch::Field field)
{
    if (word.isCreatorOnly || field == TokenSearch::Field::Creator)
        return word.isCreatorOnly && field == TokenSearch::Field::Creator;
    if (word.isTagOnly)
        return field == TokenSearch::Field::Tag;
    return !word.isIdOnly || field == TokenSearch::Field::Id;
}

QList<TokenSearch::Hit> joined(QList<TokenSearch::Hit> hits)
{
    std::sort(hits.begin(), hits.end());
    QList<TokenSearch::Hit> apart;
    for (const auto &hit : std::as_const(hits)) {
        if (!apart.isEmpty() && hit.first <= apart.constLast().second)
            apart.last().second = std::max(apart.constLast().second, hit.second);
        else
            apart.append(hit);
    }
    return apart;
}

} // namespace

TokenSearch::TokenSearch(const QString &text)
{
    const auto idPrefix = u"id:"_s;
    const auto creatorPrefix = u"by:"_s;
    const auto tagPrefix = u"tag:"_s;
    const QString folded = foldedForSearch(text).simplified();
    for (const QString &part : folded.split(u' ', Qt::SkipEmptyParts)) {
        const bool isIdOnly = part.startsWith(idPrefix);
        const bool isCreatorOnly = part.startsWith(creatorPrefix);
        const bool isTagOnly = part.startsWith(tagPrefix);
        const QString word = isIdOnly        ? part.mid(idPrefix.size())
                             : isCreatorOnly ? part.mid(creatorPrefix.size())
                             : isTagOnly     ? part.mid(tagPrefix.size())
                                             : part;
        if (word.isEmpty()) // "id:" alone: the rest is still to be typed
            continue;
        const bool ranksIds =
            isIdOnly || (!isCreatorOnly && !isTagOnly && word.size() >= MinRankedWord);
        m_words.push_back({word.toStdString(), isIdOnly, ranksIds, isCreatorOnly, isTagOnly});
    }
}

QList<TokenSearch::Hit> TokenSearch::hitsIn(const QString &shown, Field field) const
{
    QList<Hit> hits;
    if (isEmpty() || shown.isEmpty())
        return hits;
    for (const bool keepsAccents : {true, false}) {
        const FoldedText folded = foldedWithPlaces(shown, keepsAccents);
        for (const SearchWord &word : m_words) {
            if (isFor(word, field))
                addHits(&hits, folded, word.text);
        }
        if (std::size_t(shown.size()) == folded.text.size()) // ASCII has no accents
            break;
    }
    return joined(std::move(hits));
}

} // namespace rox
