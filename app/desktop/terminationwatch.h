// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

class QSocketNotifier;

namespace rox {

/// On SIGTERM, SIGINT and SIGHUP ends the event loop, so that destructors clear the clipboard, wipe
/// secrets and end the demo. Unlike Quit it does not close the windows first: one that waits for
/// Central or shows a value that was not copied would refuse, and the sender of the signal would
/// kill the process. At most one object in a process.
class TerminationWatch : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent);
    ~TerminationWatch() override;

Q_SIGNALS:
    void asked(); ///< the event loop ends after all slots have returned

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace rox
