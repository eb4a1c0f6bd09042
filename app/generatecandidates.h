// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/tokentable.h"
#include "ui/parts/candidatelist.h"

namespace rox {

/// Clocks differ: Central's may be this much behind or ahead of ours.
inline constexpr UtcMs CandidateSlack = 10 * MinuteMs;

/// Tokens that a generate whose answer was lost may have made: live, of this very name, issued
/// around or after `askedAt`, and not in `before`, the list as it was known then. The likeliest
/// first: same roles, then nearest in time. At most 5.
[[nodiscard]] QList<Candidate> generateCandidates(const TokenTable &table, const TokenTable &before,
                                                  const TokenDraft &draft, UtcMs askedAt);

} // namespace rox
