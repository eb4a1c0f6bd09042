// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/opengenerates.h"

namespace rox {

/// Central's clock may be this much behind or ahead of what is known of it.
inline constexpr UtcMs CandidateSlack = 10 * MinuteMs;

/// Central's clock is `clockAhead` of this computer's.
/// Tokens of this table that a generate with a lost answer may have made: live, of the draft's
/// name, issued between askedAt and lostAt or CandidateSlack beside, and not ruled out. At most 5,
/// the likeliest first: with the same roles, then the nearest in time to askedAt.
[[nodiscard]] QList<Candidate> generateCandidates(const TokenTable &table, const OpenGenerate &open,
                                                  UtcMs clockAhead = 0);

} // namespace rox
