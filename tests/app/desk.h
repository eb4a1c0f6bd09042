// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/commandset.h"
#include "app/commands/generatecommand.h"
#include "app/commands/revokecommand.h"
#include "app/pages/windowpresenter.h"
#include "app/servers/credentialvault.h"
#include "app/tokens/tokenlisting.h"
#include "app/tokens/tokenwrites.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "ui/widgets/secretclipboard.h"

namespace rox::test {

/// The window with its commands, on one server or another, without what the user does with servers.
class Desk
{
public:
    explicit Desk(const Limits &limits = {})
        : sessions(&directory, &vault, &clock, nullptr, limits)
    {
        writes.follow(&sessions);
        revoke = new RevokeCommand(&context, &writes, &commands);
        commands.add(new GenerateCommand(&context, &writes, &clipboard, revoke, &commands));
        commands.add(revoke);
        QObject::connect(&presenter, &WindowPresenter::commandsNeedUpdate, &commands,
                         &CommandSet::update);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
    }
    ~Desk() { scope.set(std::nullopt); }
    Q_DISABLE_COPY_MOVE(Desk)

    /// The window goes on to this server; with another session if there was one of this name.
    Session *open(const ScriptedCentral &central, const QString &name)
    {
        const ServerId id = entryOf(name);
        ServerProfile profile;
        profile.endpoint = central.connection().endpoint;
        directory.setConnection(id, profile);
        Session *session = sessions.open(id, central.connection());
        scope.set(id);
        return session;
    }
    void show(const Session *session) { scope.set(session->entry().id()); }
    void showNothing() { scope.set(std::nullopt); }
    [[nodiscard]] QString said() const
    {
        const Message &message = newsOrMessage(&window);
        return message.lead + QLatin1Char(' ') + message.text;
    }

    SystemClock clock;
    MemoryJournal journal;
    TokenWrites writes{&journal, &clock};
    TokenListModel model;
    MainWindow window{&model};
    SecretClipboard clipboard;
    TokenListing listing{&model, &clock};
    QTemporaryDir home;
    ProfileStore profiles{home.filePath(QStringLiteral("servers.ini"))};
    CredentialVault vault{std::make_unique<MemoryStore>(), profiles.file()};
    ServerDirectory directory{&profiles};
    SessionPool sessions;
    Scope scope;
    CommandContext context{&window, &model, &listing, &directory, &scope, &sessions};
    CommandSet commands{&context, nullptr};
    RevokeCommand *revoke = nullptr; ///< of commands
    WindowPresenter presenter{&context, nullptr};

private:
    ServerId entryOf(const QString &name)
    {
        const auto entries = directory.entries();
        for (const ServerEntry &entry : entries) {
            if (entry.profile.name == name)
                return entry.id();
        }
        ServerProfile profile;
        profile.name = name;
        return directory.addForThisRun(ServerEntry::Kind::CommandLine, profile);
    }
};

} // namespace rox::test
