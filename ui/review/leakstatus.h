// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/textlabel.h"

#include <QTimer>

class QPushButton;

namespace rox {

class LinkButton;

/// The line under the area: what is being looked through, what was found, or why nothing was.
class LeakStatus : public QWidget
{
    Q_OBJECT

public:
    explicit LeakStatus(QWidget *parent);

    void showNothing();
    void showProgress(const QString &text); ///< with Stop
    void showFound(const QList<TextRun> &runs);
    void showNoneFound(const QList<TextRun> &runs);
    void showFault(const QString &text);

Q_SIGNALS:
    void stopRequested();
    void clearRequested();

private:
    class Mark;
    enum class Button { None, Stop, Clear };
    void show(const QString &symbol, TextTone tone, const QList<TextRun> &runs, Button button);

    Mark *m_mark;
    TextLabel *m_text;
    QPushButton *m_stop;
    LinkButton *m_clear;
};

} // namespace rox
