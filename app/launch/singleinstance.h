// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchmessage.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace rox {

/// Where the starts of one user on one display meet: a lock and a socket in XDG_RUNTIME_DIR. Who
/// holds the lock is the first. The kernel lets go of it however a process ends, so that a socket
/// left behind by a crash deceives nobody.
class InstancePlace
{
public:
    /// Takes the lock if it is free. ROX_TOKENS_INSTANCE sets tests apart. Without a runtime folder
    /// of the user's own there is no place, and every start has its own window.
    [[nodiscard]] static InstancePlace of(const Environment &environment);
    InstancePlace() = default;
    ~InstancePlace();
    InstancePlace(InstancePlace &&other) noexcept;
    InstancePlace &operator=(InstancePlace &&other) noexcept;
    InstancePlace(const InstancePlace &) = delete;
    InstancePlace &operator=(const InstancePlace &) = delete;

    [[nodiscard]] bool isOurs() const { return m_lock >= 0; }
    /// Another process is the first.
    [[nodiscard]] bool isTaken() const { return !m_socket.isEmpty() && !isOurs(); }
    [[nodiscard]] const QString &socket() const { return m_socket; }
    /// Once more: the other may have ended since.
    void takeIfFree();
    void leave();

private:
    QString m_socket;
    int m_lock = -1;
};

/// Whether the process at the other end of this local socket runs as the same user.
[[nodiscard]] bool isSameUser(const QLocalSocket &socket);

/// The first process's ear. Whatever is not a whole message of the same user's is dropped without
/// an answer.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Called for each message, which is its own: a credential is never copied.
    using Heard = std::function<void(LaunchMessage)>;

    explicit SingleInstance(QObject *parent = nullptr);

    /// Listens at a place that is ours; false if the system would not let it.
    bool listen(const InstancePlace &place, Heard heard);

    static constexpr char Taken = '\x06'; ///< the one byte that answers
    static constexpr int PatienceMs = 2'000;

private:
    /// Its sockets have no buffer of Qt's, which nobody would wipe.
    class Server final : public QLocalServer
    {
    public:
        std::function<void(QLocalSocket *)> met;

    protected:
        void incomingConnection(quintptr descriptor) override;
    };

    void meet(QLocalSocket *socket);
    void hear(const QByteArray &body, QLocalSocket *caller);

    Server m_server;
    Heard m_heard;
};

} // namespace rox
