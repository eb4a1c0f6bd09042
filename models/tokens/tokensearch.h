// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace rox {

/// One word of a search, folded as foldedForSearch() folds, in UTF-8.
struct SearchWord
{
    std::string text;
    bool isIdOnly = false; ///< written as "id:3f2": looked for in the id alone
    /// Tokens whose id begins with this word are listed first. Short words occur in most ids by
    /// chance, so they do not count unless they are written as "id:3".
    bool ranksIds = false;
    bool isCreatorOnly = false; ///< written as "by:ann": looked for in who made the token alone
    bool isTagOnly = false;     ///< written as "tag:ci": the beginning of a tag

    bool operator==(const SearchWord &) const = default;
};

/// The words of the search field. Each must occur in the name, the id, a role, the note or a tag of
/// a token, or in what its prefix names.
class TokenSearch
{
public:
    enum class Field { Name, Role, Id, Creator, Note, Tag };
    /// Of the shown text: where a hit begins, and where it ends.
    using Hit = std::pair<qsizetype, qsizetype>;

    TokenSearch() = default;
    explicit TokenSearch(const QString &text);

    [[nodiscard]] const std::vector<SearchWord> &words() const { return m_words; }
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    /// The parts of a text in which words occur, ascending and apart.
    [[nodiscard]] QList<Hit> hitsIn(const QString &shown, Field field) const;
    bool operator==(const TokenSearch &) const = default;

private:
    std::vector<SearchWord> m_words;
};

} // namespace rox
