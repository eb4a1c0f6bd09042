// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/service.h"

#include <thread>

namespace rox::demo {

/// Runs the service's garbage collection every @p intervalSeconds in a thread of its own, until it
/// is destroyed. 0 seconds: never.
class Pruning
{
public:
    Pruning(Service &service, int intervalSeconds);

private:
    std::jthread m_thread;
};

} // namespace rox::demo
