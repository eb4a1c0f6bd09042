// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QString>

namespace rox {

/// Times as text, in the user's language and zone. Lengths are those of timeSpanOf(): the
/// nearest, in one unit, wherever they stand.

/// "in 5 days", "3 hours ago", "in 11 months", "in 3 years", "in seconds", "just now"; "never"
/// from year 9999.
[[nodiscard]] QString relativeTime(UtcMs time, UtcMs now);
/// "31 Aug", or "28 Jul 2027" where the year is not now's; "year 9999" from there on; "–" for none.
[[nodiscard]] QString shortDate(UtcMs time, UtcMs now);
/// The days of [from, until): "1–7 Dec", "17 Nov – 7 Dec", "from 1 Dec", "until 7 Dec". The year
/// stands where it is not now's. NoTime: open at that end.
[[nodiscard]] QString dateRange(UtcMs from, UtcMs until, UtcMs now);
/// "31 Aug 2026".
[[nodiscard]] QString mediumDate(UtcMs time);
/// "31 Aug 2026, 09:12 CEST".
[[nodiscard]] QString longTime(UtcMs time);
/// "10:42", in the user's zone; of 24 hours in each language, as the drawings have it.
[[nodiscard]] QString clockTime(UtcMs time);
/// "10:42:07": where two times within a minute are compared.
[[nodiscard]] QString clockSeconds(UtcMs time);
/// "31 Aug 2026, 09:12:00 CEST\n2026-08-31T07:12:00Z": for tooltips.
[[nodiscard]] QString zoneAndUtc(UtcMs time);
/// "Today", "Yesterday", "Mon 24 Aug", "Mon 24 Aug 2026" where the year is not now's.
[[nodiscard]] QString dayText(UtcMs time, UtcMs now);
/// When something happened: "today, 10:31", "yesterday, 16:20", "20 Aug, 11:12".
[[nodiscard]] QString momentText(UtcMs time, UtcMs now);
/// Between which times: "today, 09:10 to 10:42", "20 Aug, 11:12 to 21 Aug, 08:00".
[[nodiscard]] QString betweenText(UtcMs from, UtcMs until, UtcMs now);
/// The same below a heading that names the day of `until`: "09:10 to 10:42".
[[nodiscard]] QString betweenTextOfDay(UtcMs from, UtcMs until, UtcMs now);
/// "before today, 10:42".
[[nodiscard]] QString beforeText(UtcMs until, UtcMs now);
/// When something ends: "10:42" today, "26 Nov, 00:10" within a day, else shortDate().
[[nodiscard]] QString untilTime(UtcMs time, UtcMs now);
/// "90 days", "11 months", "5 hours": a length, without direction.
[[nodiscard]] QString duration(UtcMs length);
/// "5 days left", "7 hours left".
[[nodiscard]] QString timeLeft(UtcMs expiresAt, UtcMs now);
/// "<b>5 days left</b> of 90 days", both in one unit; "<b>7 hours left</b>" where that unit is too
/// small for the whole, or the whole is not known (0). No other markup is in it.
[[nodiscard]] QString timeLeftOf(UtcMs left, UtcMs whole);

/// The text with no-break spaces between a number and its unit and within a date, for text that
/// wraps: of the same length.
[[nodiscard]] QString unbroken(QString text);

} // namespace rox
