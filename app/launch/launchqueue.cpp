// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchqueue.h"

#include <utility>

namespace rox {

LaunchQueue::LaunchQueue(CarryOut carryOut)
    : m_carryOut(std::move(carryOut))
{}

void LaunchQueue::add(LaunchRequest request)
{
    if (m_isOpen)
        m_carryOut(std::move(request));
    else
        m_waiting.push_back(std::move(request));
}

void LaunchQueue::open()
{
    m_isOpen = true;
    for (LaunchRequest &request : std::exchange(m_waiting, {}))
        m_carryOut(std::move(request));
}

} // namespace rox
