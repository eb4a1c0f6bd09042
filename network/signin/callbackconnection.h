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

/// What the listener of a browser login says to one request.
struct CallbackAnswer
{
    int status = 404;
    QByteArray location = {};            ///< of a 303
    QByteArray page = {};                ///< HTML; empty: the status in plain words
    std::function<void()> whenSent = {}; ///< once the peer has it, or is gone
};

/// One connection to that listener: one request of at most 16 KiB without a body, within
/// `patience` however slowly it dribbles, and one answer. Deletes itself when it is over.
class CallbackConnection final : public QObject
{
    Q_OBJECT

public:
    using Judge = std::function<CallbackAnswer(const CallbackHead &)>;

    /// Takes the socket. `judge` is called once at most, and not after this was deleted.
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
