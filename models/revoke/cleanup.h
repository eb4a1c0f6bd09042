// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"

#include <array>
#include <span>
#include <vector>

namespace rox {

/// Which tokens of some rows a clean-up revokes, and which it leaves and why.
struct CleanUp
{
    enum class Reason : quint8 {
        Revoked,        ///< already
        SignedIn,       ///< this program is signed in with it
        UnknownOutcome, ///< an earlier revoke was sent, and its outcome is not known
    };
    static constexpr std::size_t ReasonCount = 3;
    struct Stay
    {
        TokenTable::Row row;
        Reason reason;

        bool operator==(const Stay &) const = default;
    };

    std::vector<TokenTable::Row> going; ///< in the order of the rows
    std::vector<Stay> staying;          ///< the other ones
    std::array<quint32, ReasonCount> stayCounts{};
    quint32 admins = 0; ///< of those going: have the role Admin

    [[nodiscard]] quint32 count(Reason reason) const { return stayCounts[std::size_t(reason)]; }
};
[[nodiscard]] CleanUp cleanUpOf(const TokenTable &table, std::span<const TokenTable::Row> rows,
                                const TokenKnowledge &known);

/// The rows that have expired at `now`, revoked or not, the earliest first.
[[nodiscard]] std::vector<TokenTable::Row> expiredRows(const TokenTable &table, UtcMs now);

} // namespace rox
