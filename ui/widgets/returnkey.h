// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

/// Return and Enter press the button that has the focus: every QAbstractButton, in dialogs and
/// outside of them. Qt does so for the push buttons of a dialog alone, and on some desktops. In any
/// other widget the keys keep their meaning: in a text field they press the dialog's default
/// button.
///
/// One object serves the program: it filters the events of QApplication while it lives.
class ReturnKey : public QObject
{
    Q_OBJECT

public:
    explicit ReturnKey(QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rox
