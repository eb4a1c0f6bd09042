// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

namespace rox {

/// Times as numbers that sort as a list shows them. What has no issue time is oldest.
[[nodiscard]] constexpr quint64 issueKey(UtcMs time)
{
    return quint64(time) ^ (quint64(1) << 63); // signed order as unsigned order
}

/// What has no expiration expires last.
[[nodiscard]] constexpr quint64 expiryKey(UtcMs time)
{
    return time == NoTime ? ~quint64(0) : issueKey(time);
}

} // namespace rox
