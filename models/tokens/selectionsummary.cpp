// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/selectionsummary.h"

#include <algorithm>

namespace rox {

namespace {

using Row = TokenTable::Row;

void addRoles(const TokenTable &table, const std::vector<int> &rowsOfSet,
              const TokenKnowledge &known, SelectionSummary &summary)
{
    QSet<QString> names;
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set) {
        if (rowsOfSet[set] == 0)
            continue;
        const QStringList &roles = table.rolesOf(set);
        names.unite(QSet<QString>(roles.cbegin(), roles.cend()));
        if (flagsOfRoles(roles, known.ofPart(table.partOfSet(set)).roles)
                .testFlag(TokenFlag::Admin))
            summary.admins += rowsOfSet[set];
    }
    summary.roles = names.values();
    summary.roles.sort();
}

} // namespace

SelectionSummary summaryOf(const TokenTable &table, std::span<const std::span<const Row>> rows,
                           UtcMs now, UtcMs expiringWindow, const TokenKnowledge &known)
{
    SelectionSummary summary;
    std::vector<int> rowsOfSet(table.roleSetCount());
    const FlaggedRows signedIn(table, TokenFlag::SignedIn, known);
    for (const auto &run : rows) {
        summary.count += int(run.size());
        for (const Row row : run) {
            const TokenStatus status = table.status(row, now, expiringWindow);
            ++summary.byStatus[std::size_t(status)];
            ++rowsOfSet[table.roleSet(row)];
            const UtcMs expires = table.expiresAt(row);
            if (isLive(status) && expires != NoTime)
                summary.firstExpiry = summary.firstExpiry == NoTime
                                          ? expires
                                          : std::min(summary.firstExpiry, expires);
            summary.hasSignedIn |= status != TokenStatus::Revoked && signedIn.contains(row);
        }
    }
    addRoles(table, rowsOfSet, known, summary);
    return summary;
}

} // namespace rox
