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

/// Serves a Gateway on 127.0.0.1 and, where the machine has it, on ::1, at the same port.
class LoopbackServer
{
public:
    /// With @p authority over TLS 1.2 or later, without in plain HTTP. @p port 0 is any free one.
    /// Both arguments outlive the process. Throws std::runtime_error when the port is taken.
    LoopbackServer(Gateway &gateway, const Authority *authority, int port);
    ~LoopbackServer();

    int port() const { return m_port; }

    /// Begins to answer, in threads of its own.
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
