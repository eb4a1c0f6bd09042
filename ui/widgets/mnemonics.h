// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPointer>
#include <QSet>

class QWidget;

namespace rox {

/// While this object lives, each button and each label with a buddy in a dialog has a mnemonic of
/// its own: Alt with the underlined letter. Texts of translators and of the server can clash, so
/// the letters are chosen when a dialog is shown and when its texts change. A letter that the text
/// asks for with "&" is kept if it is free.
class Mnemonics : public QObject
{
    Q_OBJECT

public:
    explicit Mnemonics(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseSoon(QWidget *dialog);

    QSet<QWidget *> m_waiting; ///< dialogs in which letters are chosen in the next turn
};

/// Chooses the letters of this dialog at once: those of the button box first, so that "Cancel" has
/// the same in most dialogs.
void chooseMnemonics(QWidget *dialog);

} // namespace rox
