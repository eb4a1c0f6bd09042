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
struct CallbackAnswer
{
    int status = 404;
    QByteArray location = {};            ///< Location header of a 303
    QByteArray page = {};                ///< HTML; empty: the reason phrase as text
    std::function<void()> whenSent = {}; ///< called when the peer has disconnected
};

/// One connection to BrowserLogin's listener: reads one request without a body, at most 16 KiB and
/// complete within `patience`, sends one response, and deletes itself.
class CallbackConnection final : public QObject
{
    Q_OBJECT

public:
    using Judge = std::function<CallbackAnswer(const CallbackHead &)>;

    /// Takes ownership of the socket. Calls `judge` at most once, and not after its deletion.
    CallbackConnection(QTcpSocket *socket, std::chrono::milliseconds patience, Judge judge,
                       QObject *parent);
    ~CallbackConnection() override;

private:
    void read();
    void answer(const CallbackAnswer &answer);
    void hangUp();
    void end();

    QTcpSocket *m_socket;
    Judge m_judge;
    QByteArray m_head;
    QTimer m_patience;
    std::function<void()> m_whenSent;
    bool m_isAnswered = false;
};

} // namespace rox
