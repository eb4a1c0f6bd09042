// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchrequest.h"

#include <functional>
#include <vector>

namespace rox {

/// Carries launch requests out one after the other, and holds them back until open(). The first
/// start waits for the first paint; a second start that arrives earlier waits behind it.
class LaunchQueue
{
public:
    using CarryOut = std::function<void(LaunchRequest)>;

    explicit LaunchQueue(CarryOut carryOut);

    void add(LaunchRequest request);
    void open();

private:
    CarryOut m_carryOut;
    std::vector<LaunchRequest> m_waiting;
    bool m_isOpen = false;
};

} // namespace rox
