// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace rox::test {

/// Listens on 127.0.0.1 and copies the bytes of each connection to a server on 127.0.0.1 and back.
/// It needs the event loop of the test.
class Relay : public QObject
{
public:
    explicit Relay(quint16 target)
        : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_server.nextPendingConnection())
                join(client);
        });
        resume();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "name:port".
    [[nodiscard]] QString endpoint(const QString &name) const
    {
        return name + u':' + QString::number(m_port);
    }
    /// Ends all connections and refuses new ones.
    void cut()
    {
        m_server.close();
        for (auto *socket : findChildren<QTcpSocket *>())
            socket->abort();
    }
    /// Accepts connections again, at the same port.
    bool resume()
    {
        const bool listens = m_server.listen(QHostAddress::LocalHost, m_port);
        m_port = m_server.serverPort();
        return listens;
    }
    /// While it is held, it copies nothing, and the connections stay.
    void hold(bool isHeld)
    {
        m_isHeld = isHeld;
        if (isHeld)
            return;
        for (auto *socket : findChildren<QTcpSocket *>())
            Q_EMIT socket->readyRead();
    }

private:
    void join(QTcpSocket *client)
    {
        client->setParent(this);
        auto *server = new QTcpSocket(this);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        passOn(client, server);
        passOn(server, client);
    }
    void passOn(QTcpSocket *from, QTcpSocket *to)
    {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            if (!m_isHeld)
                to->write(from->readAll());
        });
        connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
        connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
    }

    quint16 m_target;
    quint16 m_port = 0;
    bool m_isHeld = false;
    QTcpServer m_server;
};

} // namespace rox::test
