// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokendiff.h"

#include <numeric>

namespace rox {

namespace {

using Row = TokenTable::Row;

QString idOf(const TokenTable &table, Row row)
{
    const std::string_view id = table.id(row);
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

/// Walks both tables side by side; where they part, looks the ids up.
std::vector<Row> newRows(const TokenTable &before, const TokenTable &after)
{
    std::vector<Row> found(before.size(), TokenDiff::Gone);
    if (before.sharesColumns(after)) {
        std::iota(found.begin(), found.end(), Row(0));
        return found;
    }
    std::vector<bool> taken(after.size()); // ids may come twice
    Row expected = 0;
    for (Row row = 0; row < before.size(); ++row) {
        Row at = expected;
        if (at >= after.size() || taken[at] || after.id(at) != before.id(row)) {
            const auto elsewhere = after.find(idOf(before, row));
            if (!elsewhere || taken[*elsewhere])
                continue;
            at = *elsewhere;
        }
        found[row] = at;
        taken[at] = true;
        expected = at + 1;
    }
    return found;
}

/// Compares lists of roles once for each pair of sets that meets, as a rule once for each set.
class SameRoles
{
public:
    SameRoles(const TokenTable &before, const TokenTable &after)
        : m_before(before)
        , m_after(after)
        , m_lastEqual(before.roleSetCount(), Unknown)
    {}

    bool operator()(Row old, Row now)
    {
        const auto oldSet = m_before.roleSet(old);
        const auto nowSet = m_after.roleSet(now);
        if (m_lastEqual[oldSet] == nowSet)
            return true;
        if (m_before.rolesOf(oldSet) != m_after.rolesOf(nowSet))
            return false;
        m_lastEqual[oldSet] = nowSet;
        return true;
    }

private:
    static constexpr TokenTable::RoleSet Unknown = ~TokenTable::RoleSet(0);
    const TokenTable &m_before;
    const TokenTable &m_after;
    std::vector<TokenTable::RoleSet> m_lastEqual; ///< by set of before
};

} // namespace

TokenDiff diff(const TokenTable &before, const TokenTable &after)
{
    TokenDiff result{newRows(before, after), std::vector<bool>(after.size())};
    const bool sameColumns = before.sharesColumns(after);
    SameRoles sameRoles(before, after);
    for (Row old = 0; old < before.size(); ++old) {
        const Row now = result.newRow[old];
        if (now == TokenDiff::Gone)
            continue;
        const bool same =
            before.revoked(old) == after.revoked(now)
            && before.sharesName(old) == after.sharesName(now)
            && (sameColumns
                || (before.expiresAt(old) == after.expiresAt(now)
                    && before.issuedAt(old) == after.issuedAt(now)
                    && before.nameUtf8(old) == after.nameUtf8(now) && sameRoles(old, now)));
        result.changed[now] = !same;
    }
    return result;
}

} // namespace rox
