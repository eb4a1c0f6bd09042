// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/events.h"
#include "network/demo/tokenstore.h"

#include <cstdint>

namespace rox::demo {

/// Adds @p count sample tokens to @p store. They depend only on @p seed; their times are relative
/// to @p now (seconds since 1970, UTC).
///
/// Exactly 9 % are revoked, 3 % expire within 14 days, and 1.6 % expired less than a day ago, so
/// that pruning keeps them; with 20 or more tokens there is at least one of each. The first names
/// are written by hand, with unusual Unicode and a long one; the others are numbered series with
/// duplicates, and every few hundred tokens an unusual or very long name, a deleted role, or an
/// expiry in the year 9999.
void seedTokens(TokenStore &store, std::size_t count, std::uint64_t seed, std::int64_t now);

/// Adds a token that a client cannot read: its JSON has "roles":null and an expiration that is no
/// time. It can be revoked.
void addOddToken(TokenStore &store, std::int64_t now);

/// Adds tokens that were issued an hour ago: half of them within one second, the others within the
/// next, ten a second.
void seedBurst(TokenStore &store, std::size_t count, std::uint64_t seed, std::int64_t now);

/// Adds the creation events of those sample tokens that were issued so lately that Central would
/// still have their events.
void seedEvents(EventLog &events, const TokenStore &store, std::int64_t now);

} // namespace rox::demo
