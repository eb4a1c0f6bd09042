// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchmessage.h"

#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QObject>

#include <functional>
#include <sys/types.h>
#include <utility>

class QLocalSocket;

namespace rox {

/// The lock and the socket in XDG_RUNTIME_DIR that the processes of one user on one display share.
/// The holder of the lock is the first process. The kernel releases the lock when a process ends,
/// so a socket left behind by a crash does no harm.
class InstancePlace
{
public:
    /// Takes the lock if it is free. ROX_TOKENS_INSTANCE separates tests. Without a runtime folder
    /// that only the user may access, neither ours nor taken: every start has its own window.
    [[nodiscard]] static InstancePlace of(const Environment &environment);
    InstancePlace() = default;
    ~InstancePlace();
    InstancePlace(InstancePlace &&other) noexcept;
    InstancePlace &operator=(InstancePlace &&other) noexcept;
    InstancePlace(const InstancePlace &) = delete;
    InstancePlace &operator=(const InstancePlace &) = delete;

    [[nodiscard]] bool isOurs() const { return m_lock >= 0; }
    /// Another process holds the lock.
    [[nodiscard]] bool isTaken() const { return !m_socket.isEmpty() && !isOurs(); }
    [[nodiscard]] const QString &socket() const { return m_socket; }
    void takeIfFree();
    void leave();
    /// Makes and locks the lock file again if it was removed. False: another process has done so,
    /// and the place is not ours any more.
    [[nodiscard]] bool keep();

private:
    QString m_socket;
    int m_lock = -1;
};

/// Whether the process at the other end of this local socket runs as the same user.
[[nodiscard]] bool isSameUser(const QLocalSocket &socket);

/// Server side of the single-instance socket. A caller sends a message, this answers Ready, the
/// caller confirms with GoAhead, and only then the message is handed over. A caller that gave up
/// before Ready sends no GoAhead, so a start that it carries out itself is not carried out here
/// too. Anything but a whole message of the same user is dropped without an answer.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Gets each message by move: a credential is never copied.
    using Heard = std::function<void(LaunchMessage)>;

    explicit SingleInstance(QObject *parent = nullptr);

    /// `place` must be ours, and outlives this. False: it cannot listen there. If the socket is
    /// removed later, as by a program that cleans the folder up, it is made again at once.
    bool listen(InstancePlace *place, Heard heard);

    static constexpr char Ready = '\x05';   ///< this process answers
    static constexpr char GoAhead = '\x06'; ///< the caller has read Ready, and ends
    static constexpr int PatienceMs = 2'000;

private:
    /// Makes unbuffered sockets: Qt does not wipe its buffers.
    class Server final : public QLocalServer
    {
    public:
        std::function<void(QLocalSocket *)> connected;

    protected:
        void incomingConnection(quintptr descriptor) override;
    };

    void accept(QLocalSocket *socket);
    [[nodiscard]] bool open();
    void look(); ///< whether the socket is still there

    Server m_server;
    Heard m_heard;
    InstancePlace *m_place = nullptr;
    QFileSystemWatcher m_folder;
    std::pair<dev_t, ino_t> m_socket{}; ///< the file that we have made
};

} // namespace rox
