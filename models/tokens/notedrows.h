// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"
#include "models/tokens/tokensearch.h"

#include <string>
#include <vector>

namespace rox {

/// The rows of one table that have a note or tags, with these texts folded for search.
class NotedRows
{
public:
    NotedRows(const TokenTable &table, const TokenKnowledge &known);

    /// By row, 0 or 1: the word occurs in its note, or a tag of it begins with the word. Empty: no
    /// row has the word.
    [[nodiscard]] std::vector<quint8> rowsWith(const SearchWord &word) const;

private:
    void add(const TokenTable &table, const TokenKnowledge &known, TokenTable::Part part);
    struct Noted
    {
        TokenTable::Row row;
        std::string note;
        std::vector<std::string> tags;
    };
    std::size_t m_rowCount;
    std::vector<Noted> m_noted;
};

} // namespace rox
