// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/calmstyle.h"

#include <QDialog>
#include <QDialogButtonBox>

class QVBoxLayout;

namespace rox {

/// One question in a small window, over the dialog that asks it. Opened with open(); deletes itself
/// once answered. Escape is no answer: nothing is emitted then.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    /// All texts are plain.
    QuestionDialog(const QString &title, const QString &symbol, const QString &lead,
                   const QString &text, QWidget *parent);

    /// Stands under the texts; becomes a child of the dialog.
    void addDetail(QWidget *detail);
    /// Appends an answer, numbered from 0. Its accessible name is its text.
    void addAnswer(const QString &text, QDialogButtonBox::ButtonRole place,
                   ButtonRole look = ButtonRole::Plain);
    void setDefaultAnswer(int answer);
    /// Once all answers are there.
    void openAt(int width);

Q_SIGNALS:
    void answered(int answer);

private:
    QVBoxLayout *m_said;
    QDialogButtonBox *m_buttons;
    QList<QPushButton *> m_answers;
};

} // namespace rox
