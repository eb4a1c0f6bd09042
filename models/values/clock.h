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

/// Central's clock, as far as it is known: another clock, and by how much Central's is ahead of it.
/// The other clock must outlive it.
class CentralClock final : public Clock
{
public:
    /// Smaller differences are not taken over: a Date header has whole seconds, and takes time to
    /// arrive.
    static constexpr UtcMs Tolerance = 5 * MinuteMs;

    explicit CentralClock(const Clock *local)
        : m_local(local)
    {}
    [[nodiscard]] UtcMs now() const override { return m_local->now() + m_ahead; }
    /// Negative: Central's clock is behind. 0 within the tolerance.
    [[nodiscard]] UtcMs ahead() const { return m_ahead; }
    void setAhead(UtcMs ahead) { m_ahead = ahead > -Tolerance && ahead < Tolerance ? 0 : ahead; }

private:
    const Clock *m_local;
    UtcMs m_ahead = 0;
};

} // namespace rox
