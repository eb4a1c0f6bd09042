// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QList>

namespace rox {

/// All commands. Enables their actions, or sets the reason why not.
class CommandSet : public QObject
{
    Q_OBJECT

public:
    CommandSet(CommandContext *context, QObject *parent);

    void add(Command *command);
    void update();

private:
    CommandContext *m_context;
    QList<Command *> m_commands;
};

/// Why a session does not meet needs that are its own: standing and permissions.
[[nodiscard]] QString unmet(const Needs &needs, const Session &session);
/// Why these needs are not met; empty if they are. Unknown permissions forbid nothing, because
/// Central decides.
[[nodiscard]] QString unmet(const Needs &needs, const CommandContext &context, int selected,
                            bool allRevoked);

} // namespace rox
