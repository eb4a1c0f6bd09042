// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/authority.h"
#include "network/demo/gateway.h"

#include <memory>
#include <thread>
#include <vector>

namespace httplib {
class Server;
}

namespace rox::demo {

/// Serves a Gateway on 127.0.0.1 and, if the machine has IPv6, on ::1 at the same port.
class LoopbackServer
{
public:
    /// Uses TLS 1.2 or later with @p authority, else plain HTTP. @p port 0 means any free port.
    /// Both arguments must live until the process ends, because connection threads are detached.
    /// Throws std::runtime_error if the port is in use.
    LoopbackServer(Gateway &gateway, const Authority *authority, int port);
    ~LoopbackServer();

    int port() const { return m_port; }

    /// Starts to serve in its own threads.
    void start();

private:
    std::unique_ptr<httplib::Server> newListener() const;
    void tryBind(int port);

    Gateway &m_gateway;
    const Authority *m_authority;
    int m_port = 0;
    std::vector<std::unique_ptr<httplib::Server>> m_listeners;
    std::vector<std::thread> m_threads;
};

} // namespace rox::demo
