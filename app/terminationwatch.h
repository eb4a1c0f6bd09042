// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

class QSocketNotifier;

namespace rox {

/// Turns SIGTERM, SIGINT and SIGHUP into a signal of Qt's, so that the program ends as by Quit:
/// clipboard cleared, demo ended. One at a time in a process.
class TerminationWatch : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent);
    ~TerminationWatch() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace rox
