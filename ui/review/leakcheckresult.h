// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakverdict.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace rox {

class TextLabel;

/// "Check at Central": what each Central answered, the worst first. Close is the default.
class LeakCheckResult : public QDialog
{
    Q_OBJECT

public:
    explicit LeakCheckResult(QWidget *parent);

    /// While `isRunning`, more answers come.
    void showVerdicts(QList<LeakVerdict> verdicts, bool isRunning);

Q_SIGNALS:
    void checkRequested(); ///< of all tokens again
    void revokeRequested(const QList<rox::LeakedToken> &tokens);

private:
    void addRow(const LeakVerdict &verdict, QWidget *rows, QVBoxLayout *column);

    QList<LeakVerdict> m_verdicts;
    TextLabel *m_heading;
    TextLabel *m_until;
    QVBoxLayout *m_list;
    QWidget *m_rows = nullptr;
    QPushButton *m_copy;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace rox
