// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

namespace rox {

/// The source of the current time; tests replace it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMs now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override;
};

} // namespace rox
