// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/generatecommand.h"
#include "app/commands/revokecommand.h"
#include "app/pages/windowpresenter.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "ui/widgets/secretclipboard.h"

namespace rox::test {

/// The window with its commands. Tests set its session as Servers does.
class Desk
{
public:
    Desk()
    {
        auto *revoke = new RevokeCommand(&place, &commands);
        commands.add(new GenerateCommand(&place, &clipboard, revoke, &commands));
        commands.add(revoke);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
    }

    Session *open(const ScriptedCentral &central, const QString &name)
    {
        auto *session =
            new Session(name, QStringLiteral("blue"), central.connection(), &clock, &sessions);
        presenter.setSession(session);
        session->refresh();
        return session;
    }
    [[nodiscard]] QString said() const
    {
        return window.messageBar()->message().lead + QLatin1Char(' ')
               + window.messageBar()->message().text;
    }

    SystemClock clock;
    TokenListModel model;
    MainWindow window{&model};
    QObject sessions;
    SecretClipboard clipboard;
    TokenListing listing{&model, &clock};
    Workplace place{&window, &model, nullptr, &listing};
    CommandSet commands{&place, nullptr};
    WindowPresenter presenter{&place, &commands, nullptr};
};

} // namespace rox::test
