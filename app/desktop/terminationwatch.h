// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

class QSocketNotifier;

namespace rox {

/// Ends the program on SIGTERM, SIGINT and SIGHUP, through its destructors: clipboard cleared,
/// secrets wiped, demo ended. Unlike Quit it asks no window: a form that waits for Central or a
/// value that was not copied would refuse, and whoever sent the signal kills what stays. One at a
/// time in a process.
class TerminationWatch : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent);
    ~TerminationWatch() override;

Q_SIGNALS:
    void asked(); ///< the event loop ends once all slots have returned

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace rox
