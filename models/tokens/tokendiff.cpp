// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokendiff.h"

#include <algorithm>
#include <numeric>

namespace rox {

namespace {

using Row = TokenTable::Row;

/// Rows that are compared as one run of bytes.
constexpr Row Block = 256;

template <class T>
bool sameItems(std::span<const T> before, Row old, std::span<const T> after, Row now, Row count)
{
    const auto left = before.subspan(old, count);
    const auto right = after.subspan(now, count);
    return std::equal(left.begin(), left.end(), right.begin());
}

/// Compares lists of roles, and whose they are, once for each pair of sets, so usually once for
/// each set.
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
        const auto oldSet = m_before.roleSets()[old];
        const auto nowSet = m_after.roleSets()[now];
        if (m_lastEqual[oldSet] == nowSet)
            return true;
        if (m_before.partOfSet(oldSet) != m_after.partOfSet(nowSet)
            || m_before.rolesOf(oldSet) != m_after.rolesOf(nowSet))
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

/// Walks both tables side by side, block by block. Where blocks differ, it looks ids up.
class Walk
{
public:
    Walk(const TokenTable &before, const TokenTable &after)
        : m_before(before)
        , m_after(after)
        , m_sameRoles(before, after)
        , m_taken(after.size())
    {
        m_diff.newRow.assign(before.size(), TokenDiff::Gone);
        m_diff.changed.resize(after.size());
    }

    TokenDiff run()
    {
        for (Row row = 0; row < m_before.size();) {
            const Row count = std::min(Block, m_before.size() - row);
            if (sameText(row, m_expected, count)) {
                takeBlock(row, count);
            } else {
                for (Row each = row; each < row + count; ++each)
                    takeRow(each);
            }
            row += count;
        }
        return std::move(m_diff);
    }

private:
    bool sameText(Row old, Row now, Row count) const
    {
        if (count > m_after.size() - now)
            return false;
        const auto first = m_taken.begin() + now;
        if (std::find(first, first + count, true) != first + count)
            return false;
        if (m_before.sharesColumns(m_after) && old == now)
            return true;
        const auto left = m_before.textOffsets().subspan(std::size_t(old) * 2, count * 2 + 1);
        const auto right = m_after.textOffsets().subspan(std::size_t(now) * 2, count * 2 + 1);
        quint64 apart = 0;
        for (std::size_t at = 0; at < left.size(); ++at)
            apart |= (left[at] - left[0]) ^ (right[at] - right[0]);
        return apart == 0
               && m_before.text().substr(left[0], left.back() - left[0])
                      == m_after.text().substr(right[0], right.back() - right[0]);
    }

    void takeBlock(Row old, Row count)
    {
        const Row now = m_expected;
        const bool same =
            sameItems(m_before.revokedFlags(), old, m_after.revokedFlags(), now, count)
            && sameItems(m_before.sharedNameFlags(), old, m_after.sharedNameFlags(), now, count)
            && sameItems(m_before.expiryTimes(), old, m_after.expiryTimes(), now, count)
            && sameItems(m_before.issueTimes(), old, m_after.issueTimes(), now, count);
        for (Row at = 0; at < count; ++at) {
            if (!same || !m_sameRoles(old + at, now + at))
                compare(old + at, now + at);
        }
        std::iota(m_diff.newRow.begin() + old, m_diff.newRow.begin() + old + count, now);
        std::fill_n(m_taken.begin() + now, count, true);
        m_diff.sameRows &= old == now;
        m_expected = now + count;
    }

    void takeRow(Row old)
    {
        Row now = m_expected;
        if (now >= m_after.size() || m_taken[now] || m_after.id(now) != m_before.id(old)) {
            const std::string_view id = m_before.id(old);
            const auto elsewhere = m_after.find(QString::fromUtf8(id.data(), qsizetype(id.size())));
            m_diff.sameRows = false;
            if (!elsewhere || m_taken[*elsewhere]) // ids may come twice
                return;
            now = *elsewhere;
        }
        m_diff.newRow[old] = now;
        m_diff.sameRows &= old == now;
        m_taken[now] = true;
        m_expected = now + 1;
        compare(old, now);
    }

    void compare(Row old, Row now)
    {
        const bool same = m_before.revoked(old) == m_after.revoked(now)
                          && m_before.sharesName(old) == m_after.sharesName(now)
                          && m_before.expiresAt(old) == m_after.expiresAt(now)
                          && m_before.issuedAt(old) == m_after.issuedAt(now)
                          && m_before.nameUtf8(old) == m_after.nameUtf8(now)
                          && m_sameRoles(old, now);
        m_diff.changed[now] = !same;
        m_diff.anyChanged |= !same;
    }

    const TokenTable &m_before;
    const TokenTable &m_after;
    SameRoles m_sameRoles;
    std::vector<bool> m_taken; ///< by row of after
    Row m_expected = 0;
    TokenDiff m_diff;
};

} // namespace

TokenDiff diff(const TokenTable &before, const TokenTable &after)
{
    return Walk(before, after).run();
}

} // namespace rox
