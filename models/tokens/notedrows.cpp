// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/notedrows.h"

#include "models/tokens/table/searchfold.h"

#include <algorithm>

namespace rox {

NotedRows::NotedRows(const TokenTable &table, const TokenKnowledge &known)
    : m_rowCount(table.size())
{
    if (known.parts.empty())
        add(table, known, 0);
    for (std::size_t part = 0; part < known.parts.size(); ++part)
        add(table, known.parts[part], TokenTable::Part(part));
}

void NotedRows::add(const TokenTable &table, const TokenKnowledge &known, TokenTable::Part part)
{
    if (!known.history)
        return;
    const auto &lives = known.history->lives;
    for (auto life = lives.cbegin(); life != lives.cend(); ++life) {
        if (life->note.isEmpty() && life->tags.isEmpty())
            continue;
        const auto rows = table.find(QStringList{life.key()});
        const auto row = std::find_if(rows.begin(), rows.end(), [&](TokenTable::Row each) {
            return table.part(each) == part;
        });
        if (row == rows.end())
            continue;
        Noted noted{*row, foldedForSearch(life->note).toStdString(), {}};
        for (const QString &tag : life->tags)
            noted.tags.push_back(foldedForSearch(tag).toStdString());
        m_noted.push_back(std::move(noted));
    }
}

std::vector<quint8> NotedRows::rowsWith(const SearchWord &word) const
{
    std::vector<quint8> rows;
    if (word.isIdOnly)
        return rows;
    for (const Noted &noted : m_noted) {
        const bool isInTags =
            std::any_of(noted.tags.begin(), noted.tags.end(),
                        [&](const std::string &tag) { return tag.starts_with(word.text); });
        if (!isInTags && (word.isTagOnly || noted.note.find(word.text) == std::string::npos))
            continue;
        rows.resize(m_rowCount);
        rows[noted.row] = 1;
    }
    return rows;
}

} // namespace rox
