// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/messagebar.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rox {

/// A bar that stands in a dialog: it belongs to the form, so it neither hides by itself nor can it
/// be closed. Accessible name "Message"; its accessible description is the text.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `message.actions` has one at most; id and closable mean nothing here.
    void setMessage(const Message &message);
    /// Under the text, inside the bar. Takes ownership; null removes.
    void setExtra(QWidget *extra);

Q_SIGNALS:
    void actionChosen();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity = Severity::Info;
    QString m_symbol;
    QLabel *m_text;
    QPushButton *m_action;
    QVBoxLayout *m_column;
    QWidget *m_extra = nullptr;
};

} // namespace rox
