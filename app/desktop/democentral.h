// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace rox {

/// The demo Central as a child process, which ends with this process even after a crash.
class DemoCentral : public QObject
{
    Q_OBJECT

public:
    explicit DemoCentral(QObject *parent = nullptr);
    ~DemoCentral() override; ///< ends the child process; blocks for at most a second

    void start();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void ready();                    ///< connection() can be taken
    void failed(const QString &why); ///< a sentence

public:
    /// The connection to it: call once, after ready().
    [[nodiscard]] Connection takeConnection() { return std::move(m_connection); }

private:
    void readLine();
    void fail(const QString &why);

    QProcess m_process;
    QTimer m_patience;
    Connection m_connection;
    bool m_settled = false;
};

} // namespace rox
