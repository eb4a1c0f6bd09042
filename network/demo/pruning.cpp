// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/pruning.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace rox::demo {

Pruning::Pruning(Service &service, int intervalSeconds)
{
    if (intervalSeconds == 0)
        return;
    m_thread = std::jthread([&service, intervalSeconds](const std::stop_token &stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        const auto interval = std::chrono::seconds(intervalSeconds);
        while (!wake.wait_for(lock, stop, interval, [&stop] { return stop.stop_requested(); }))
            service.prune();
    });
}

} // namespace rox::demo
