// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/dialogcommand.h"

#include <QApplication>
#include <QDialog>

#include <utility>

namespace rox {

DialogCommand::DialogCommand(MainWindow::Action action, Maker make, CommandContext *context,
                             QObject *parent)
    : Command(context, parent)
    , m_action(action)
    , m_make(std::move(make))
{}

void DialogCommand::run()
{
    // A child of the dialog that is modal now: else that one would block it.
    QWidget *modal = QApplication::activeModalWidget();
    QWidget *owner = modal ? modal : window();
    if (m_dialog && m_dialog->parentWidget() != owner)
        delete m_dialog;
    if (!m_dialog) {
        m_dialog = m_make(owner);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace rox
