// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/tokenstore.h"

#include <cstdint>

namespace rox::demo {

/// Adds @p count believable tokens to @p store, made from @p seed alone but for their times, which
/// are counted from @p now (seconds since 1970, UTC).
///
/// Exactly: 9 % are revoked, 3 % expire within 14 days, 1.6 % expired less than a day ago, so that
/// pruning still keeps them; from 20 tokens on there is at least one of each. The first names are
/// written by hand, odd Unicode and a long one among them; the rest are numbered families, with
/// duplicates, and in every few hundred an odd or a very long name, a role that no longer exists,
/// or an expiry in the year 9999.
void seedTokens(TokenStore &store, std::size_t count, std::uint64_t seed, std::int64_t now);

} // namespace rox::demo
