// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <limits>

namespace rox {

/// Milliseconds since the epoch, UTC. Central's times have whole seconds, local ones
/// milliseconds.
using UtcMs = qint64;

/// No time: Central sent null or left the field out.
inline constexpr UtcMs NoTime = std::numeric_limits<UtcMs>::min();

inline constexpr UtcMs SecondMs = 1000;
inline constexpr UtcMs MinuteMs = 60 * SecondMs;
inline constexpr UtcMs HourMs = 60 * MinuteMs;
inline constexpr UtcMs DayMs = 24 * HourMs;

/// 9999-01-01T00:00:00Z: a token with this expiration or later is shown as never expiring.
inline constexpr UtcMs NeverMs = 253370764800000;

} // namespace rox
