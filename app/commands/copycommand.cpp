// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/copycommand.h"

#include "app/tokens/tokenlisting.h"
#include "ui/widgets/messagestack.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rox {

using namespace Qt::StringLiterals;

CopyCommand::CopyCommand(What what, CommandContext *context, QObject *parent)
    : Command(context, parent)
    , m_what(what)
{}

MainWindow::Action CopyCommand::action() const
{
    return m_what == What::Id ? MainWindow::Action::CopyId : MainWindow::Action::CopyName;
}

Needs CopyCommand::needs() const
{
    return {.selectedAtLeast = 1};
}

void CopyCommand::run()
{
    QStringList lines = window()->selectedIds();
    if (lines.isEmpty())
        return;
    if (m_what == What::Name) {
        const TokenTablePtr table = listing()->table();
        for (QString &line : lines) {
            const auto row = table->find(line);
            line = row ? table->name(*row) : QString();
        }
    }
    const int count = int(lines.size());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    window()->messageBar()->show({.id = u"copied"_s,
                                  .severity = Severity::Success,
                                  .lead = m_what == What::Id
                                              ? tr("%Ln ID(s) copied.", nullptr, count)
                                              : tr("%Ln name(s) copied.", nullptr, count)});
}

} // namespace rox
