// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace rox {

struct CallbackHead;

/// The response of BrowserLogin's listener to one request.
struct CallbackResponse
{
    int status = 404;
    QByteArray location = {};                  ///< Location header of a 303
    QByteArray page = {};                      ///< HTML; empty: the reason phrase as text
    std::function<void()> onDisconnected = {}; ///< called when the peer has disconnected
};

/// One connection to BrowserLogin's listener: reads one request without a body, at most 16 KiB and
/// complete within `timeout`, sends one response, and deletes itself.
class CallbackConnection final : public QObject
{
    Q_OBJECT

public:
    using Respond = std::function<CallbackResponse(const CallbackHead &)>;

    /// Takes ownership of the socket. Calls `respond` at most once, and not after its deletion.
    CallbackConnection(QTcpSocket *socket, std::chrono::milliseconds timeout, Respond respond,
                       QObject *parent);
    ~CallbackConnection() override;

private:
    void read();
    void send(const CallbackResponse &response);
    void disconnectFromPeer();
    void end();

    QTcpSocket *m_socket;
    Respond m_respond;
    QByteArray m_head;
    QTimer m_timeout;
    std::function<void()> m_onDisconnected;
    bool m_isAnswered = false;
};

} // namespace rox
