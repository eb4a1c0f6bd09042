// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/cleanup.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace rox {

CleanUp cleanUpOf(const TokenTable &table, std::span<const TokenTable::Row> rows,
                  const TokenKnowledge &known)
{
    const auto signedIn = table.find(known.signedInId);
    const auto open = table.find(QStringList(known.openRevokes.begin(), known.openRevokes.end()));
    const std::unordered_set<TokenTable::Row> unknown(open.begin(), open.end());
    const FlaggedRows admins(table, TokenFlag::Admin, known);
    const auto whyStays = [&](TokenTable::Row row) -> std::optional<CleanUp::Reason> {
        if (table.revoked(row))
            return CleanUp::Reason::Revoked;
        if (signedIn == row)
            return CleanUp::Reason::SignedIn;
        if (unknown.contains(row))
            return CleanUp::Reason::UnknownOutcome;
        return std::nullopt;
    };
    CleanUp cleanUp;
    for (const TokenTable::Row row : rows) {
        if (const auto reason = whyStays(row)) {
            cleanUp.staying.push_back({row, *reason});
            ++cleanUp.stayCounts[std::size_t(*reason)];
        } else {
            cleanUp.going.push_back(row);
            cleanUp.admins += admins.contains(row) ? 1 : 0;
        }
    }
    return cleanUp;
}

std::vector<TokenTable::Row> expiredRows(const TokenTable &table, UtcMs now)
{
    std::vector<TokenTable::Row> rows;
    for (const TokenTable::Row row : table.rowsBy(SortKey::Expires)) {
        const UtcMs expiresAt = table.expiresAt(row);
        if (expiresAt != NoTime && expiresAt <= now)
            rows.push_back(row);
    }
    return rows;
}

} // namespace rox
