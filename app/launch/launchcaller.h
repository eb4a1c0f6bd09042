// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchmessage.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace rox {

/// Client side of the single-instance socket: sends a launch message to the first process, which
/// may be starting, ending or hanging. Sends nothing to a process of another user. See
/// SingleInstance for the protocol.
class LaunchCaller : public QObject
{
    Q_OBJECT

public:
    explicit LaunchCaller(QString socket, QObject *parent = nullptr);
    ~LaunchCaller() override;

    void call(const LaunchMessage &message);

Q_SIGNALS:
    /// Once for each call, from the event loop. True: the first process was told to carry the
    /// message out. False: it was not ready within SingleInstance::PatienceMs, and drops the
    /// message when it reads it later.
    void finished(bool taken);

private:
    void connectAgain();
    void send();
    void answered();
    void finish(bool taken);

    QString m_path;
    QByteArray m_bytes;
    QLocalSocket m_socket;
    QTimer m_patience;
    QTimer m_again;
};

} // namespace rox
