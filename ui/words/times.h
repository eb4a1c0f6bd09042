// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QString>

namespace rox {

/// How times are said (look: "Round down: hours under 48 h, days under 90, months under 24").
/// All texts are in the user's language and zone.

/// "in 5 days", "3 hours ago", "in 11 months", "in 3 years", "just now"; "never" from year 9999.
[[nodiscard]] QString relativeTime(UtcMs time, UtcMs now);
/// "31 Aug", or "28 Jul 2027" where the year is not now's; "year 9999" from there on; "–" for none.
[[nodiscard]] QString shortDate(UtcMs time, UtcMs now);
/// "31 Aug 2026".
[[nodiscard]] QString mediumDate(UtcMs time);
/// "31 Aug 2026, 09:12 CEST".
[[nodiscard]] QString longTime(UtcMs time);
/// "10:42", in the user's zone.
[[nodiscard]] QString clockTime(UtcMs time);
/// "31 Aug 2026, 09:12:00 CEST\n2026-08-31T07:12:00Z": for tooltips.
[[nodiscard]] QString zoneAndUtc(UtcMs time);
/// "90 days", "11 months", "5 hours": a length, without direction.
[[nodiscard]] QString duration(UtcMs length);
/// Whole days left, rounded down; "5 days left", "7 hours left".
[[nodiscard]] QString timeLeft(UtcMs expiresAt, UtcMs now);

} // namespace rox
