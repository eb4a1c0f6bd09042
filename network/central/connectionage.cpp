// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/connectionage.h"

namespace rox {

namespace {

using namespace std::chrono_literals;

/// Time synchronization may set the wall clock by as much.
constexpr std::chrono::milliseconds Slack = 2s;

} // namespace

ConnectionAge::Time ConnectionAge::Time::now()
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    return {duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()),
            duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch())};
}

bool ConnectionAge::isOver(Time now, std::chrono::milliseconds longestIdle) const
{
    return m_last && (now.steady - m_last->steady >= longestIdle || hasSlept(now));
}

bool ConnectionAge::hasSlept(Time now) const
{
    return m_last
           && std::chrono::abs((now.wall - m_last->wall) - (now.steady - m_last->steady)) > Slack;
}

} // namespace rox
