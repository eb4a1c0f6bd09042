// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/opengenerates.h"

namespace rox {

/// Clocks differ: Central's may be this much behind or ahead of ours.
inline constexpr UtcMs CandidateSlack = 10 * MinuteMs;

/// Tokens of this table that a generate whose answer was lost may have made: live, of this very
/// name, issued between `askedAt` and `lostAt` or a little beside, not in the table before, and not
/// ruled out. The likeliest first: same roles, then nearest in time to `askedAt`. At most 5.
[[nodiscard]] QList<Candidate> generateCandidates(const TokenTable &table,
                                                  const OpenGenerate &lost);

} // namespace rox
