// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchmessage.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace rox {

/// The second process's voice: gives its message to the first, which may just be starting, be on
/// its way out, or hang. Says nothing to a process of another user's.
class LaunchCaller : public QObject
{
    Q_OBJECT

public:
    explicit LaunchCaller(QString socket, QObject *parent = nullptr);
    ~LaunchCaller() override;

    void call(const LaunchMessage &message);

Q_SIGNALS:
    /// Once for each call, from the event loop: true if the first has taken it, false if it did not
    /// within SingleInstance::PatienceMs.
    void finished(bool taken);

private:
    void connectAgain();
    void speak();
    void finish(bool taken);

    QString m_place;
    QByteArray m_bytes;
    QLocalSocket m_socket;
    QTimer m_patience;
    QTimer m_again;
};

} // namespace rox
