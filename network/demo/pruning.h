// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/service.h"

#include <thread>

namespace rox::demo {

/// Calls Service::prune() every @p intervalSeconds in its own thread, until destroyed. 0: never.
class Pruning
{
public:
    Pruning(Service &service, int intervalSeconds);

private:
    std::jthread m_thread;
};

} // namespace rox::demo
