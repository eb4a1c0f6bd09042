// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/busgreeting.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace rox {

namespace {

/// A socket, closed with this object.
class Socket
{
public:
    explicit Socket(int family)
        : m_descriptor(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {}
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    /// False: refused. A unix socket whose backlog is full gives EAGAIN, which may still succeed.
    [[nodiscard]] bool connect(const sockaddr *address, socklen_t length) const
    {
        return m_descriptor >= 0
               && (::connect(m_descriptor, address, length) == 0 || errno == EINPROGRESS
                   || errno == EAGAIN);
    }
    /// True once it is writable or readable; an error or end of file counts.
    [[nodiscard]] bool waitFor(short events, const QDeadlineTimer &until) const
    {
        pollfd asked{m_descriptor, events, 0};
        int count = -1;
        do
            count = ::poll(&asked, 1, int(until.remainingTime()));
        while (count < 0 && errno == EINTR);
        return count > 0;
    }
    void write(const QByteArray &bytes) const
    {
        (void)!::send(m_descriptor, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    }

private:
    int m_descriptor;
};

/// The values of "unix:path=…,guid=…".
QHash<QByteArray, QByteArray> valuesOf(const QByteArray &address)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &pair : address.mid(address.indexOf(':') + 1).split(',')) {
        const auto equals = pair.indexOf('=');
        if (equals > 0)
            values.insert(pair.left(equals), QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return values;
}

std::unique_ptr<Socket> unixSocket(const QByteArray &path, bool isAbstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto start = std::size_t(isAbstract ? 1 : 0);
    const auto size = std::size_t(path.size());
    if (path.isEmpty() || start + size >= sizeof address.sun_path)
        return nullptr;
    std::memcpy(address.sun_path + start, path.constData(), size);
    auto socket = std::make_unique<Socket>(AF_UNIX);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + start + size);
    return socket->connect(reinterpret_cast<const sockaddr *>(&address), length) ? std::move(socket)
                                                                                 : nullptr;
}

std::unique_ptr<Socket> tcpSocket(const QByteArray &host, const QByteArray &port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), port.constData(), &hints, &found) != 0 || !found)
        return nullptr;
    auto socket = std::make_unique<Socket>(found->ai_family);
    const bool isOpen = socket->connect(found->ai_addr, found->ai_addrlen);
    ::freeaddrinfo(found);
    return isOpen ? std::move(socket) : nullptr;
}

std::unique_ptr<Socket> socketTo(const QByteArray &address)
{
    const auto values = valuesOf(address);
    if (address.startsWith("unix:"))
        return values.contains("abstract") ? unixSocket(values.value("abstract"), true)
                                           : unixSocket(values.value("path"), false);
    if (address.startsWith("tcp:"))
        return tcpSocket(values.value("host"), values.value("port"));
    return nullptr;
}

} // namespace

bool busGreets(const QString &address, std::chrono::milliseconds limit)
{
    const QDeadlineTimer until(limit);
    // Of several addresses the first reachable one is the bus.
    for (const QByteArray &one : address.toUtf8().split(';')) {
        const auto socket = socketTo(one);
        if (!socket)
            continue;
        if (!socket->waitFor(POLLOUT, until))
            return false;
        const QByteArray user = QByteArray::number(::geteuid()).toHex();
        socket->write(QByteArray(1, '\0') + "AUTH EXTERNAL " + user + "\r\n");
        return socket->waitFor(POLLIN, until);
    }
    return true;
}

} // namespace rox
