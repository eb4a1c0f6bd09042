// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace rox::test {

/// A listening socket whose backlog is full, so that the kernel answers no more connection
/// attempts: like a route on which packets are lost.
class FullBacklog
{
public:
    /// `address` is one of IPv4 or IPv6, in digits.
    FullBacklog(const char *address, quint16 port)
    {
        sockaddr_in to4{};
        to4.sin_family = AF_INET;
        to4.sin_port = htons(port);
        sockaddr_in6 to6{};
        to6.sin6_family = AF_INET6;
        to6.sin6_port = htons(port);
        if (inet_pton(AF_INET, address, &to4.sin_addr) == 1)
            fill(AF_INET, reinterpret_cast<sockaddr *>(&to4), sizeof to4);
        else if (inet_pton(AF_INET6, address, &to6.sin6_addr) == 1)
            fill(AF_INET6, reinterpret_cast<sockaddr *>(&to6), sizeof to6);
    }
    ~FullBacklog()
    {
        for (const int fd : m_sockets)
            close(fd);
    }
    Q_DISABLE_COPY_MOVE(FullBacklog)

    [[nodiscard]] bool isUp() const { return m_isUp; }

private:
    void fill(int family, const sockaddr *to, socklen_t size)
    {
        m_sockets.push_back(socket(family, SOCK_STREAM, 0));
        const int on = 1;
        setsockopt(m_sockets[0], SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        m_isUp = bind(m_sockets[0], to, size) == 0 && listen(m_sockets[0], 0) == 0;
        for (int i = 0; i < 8; ++i) {
            m_sockets.push_back(socket(family, SOCK_STREAM | SOCK_NONBLOCK, 0));
            (void)connect(m_sockets.back(), to, size);
        }
    }

    std::vector<int> m_sockets;
    bool m_isUp = false;
};

} // namespace rox::test
