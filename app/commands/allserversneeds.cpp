// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/allserversneeds.h"

#include "app/commands/commandset.h"
#include "app/pages/allserversstate.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/tokens/tokenview.h"
#include "ui/window/tokenarea.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace rox {

namespace {

struct AllReasons
{
    Q_DECLARE_TR_FUNCTIONS(AllReasons)
};

/// Why nothing can be written to a server that is not signed in to, or whose list is not of now.
QString whyReadOnly(ServerTrouble trouble, const QString &server)
{
    const QString name = shownName(server);
    switch (trouble) {
    case ServerTrouble::None:
        return {};
    case ServerTrouble::KeychainLocked:
        return AllReasons::tr("%1 is not signed in to: the keychain is locked.").arg(name);
    case ServerTrouble::Keychain:
        return AllReasons::tr("%1 is not signed in to: the keychain does not answer.").arg(name);
    case ServerTrouble::Certificate:
        return AllReasons::tr("The certificate of %1 is not trusted.").arg(name);
    case ServerTrouble::SignIn:
        return AllReasons::tr("%1 needs sign-in first.").arg(name);
    case ServerTrouble::Connection:
        return AllReasons::tr("%1 cannot be connected as it is set up.").arg(name);
    case ServerTrouble::Offline:
        return AllReasons::tr("%1 is offline.").arg(name);
    case ServerTrouble::Forbidden:
        return AllReasons::tr("You may not list the tokens of %1.").arg(name);
    case ServerTrouble::Opening:
    case ServerTrouble::Busy:
    case ServerTrouble::NotOpened:
        break;
    }
    return AllReasons::tr("The list of %1 is an older one: wait until it was read.").arg(name);
}

QString whyNotWritten(const Needs &needs, const CommandContext &context, TokenTable::Part part)
{
    const ListedServer &server = context.model->knowledge().ofPart(part).server;
    const Session *session = context.all->sessionOf(part);
    if (!session)
        return whyReadOnly(ServerTrouble::NotOpened, server.name);
    if (session->isStarted()) {
        if (QString why = unmet(needs, *session); !why.isEmpty())
            return why;
    }
    return whyReadOnly(stateOf(session->entry(), session).trouble, server.name);
}

QString unmetByServers(const Needs &needs, const CommandContext &context)
{
    const auto counts =
        context.model->unrevokedByPart(context.window->tokens()->view()->selectedRuns());
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    for (std::size_t part = 0; part < counts.size(); ++part) {
        if (counts[part] == 0)
            continue;
        QString why = whyNotWritten(needs, context, TokenTable::Part(part));
        if (why.isEmpty())
            continue;
        if (counts[part] == all)
            return why;
        //: %1 of so many tokens; %2 is the reason, a sentence
        return (needs.mayRevoke
                    ? AllReasons::tr("%1 of the %Ln selected token(s) cannot be revoked now. %2",
                                     nullptr, all)
                    //: %1 of so many tokens; %2 is the reason, a sentence
                    : AllReasons::tr("%1 of the %Ln selected token(s) cannot be rotated now. %2",
                                     nullptr, all))
            .arg(QLocale().toString(counts[part]), why);
    }
    return {};
}

} // namespace

QList<Session *> generatingSessions(const CommandContext &context)
{
    QList<Session *> sessions;
    const auto entries = context.directory->entries();
    for (const ServerEntry &entry : entries) {
        Session *session = context.sessions->find(entry.id());
        if (session && session->isStarted() && unmet({.mayGenerate = true}, *session).isEmpty())
            sessions.append(session);
    }
    return sessions;
}

QString unmetOnAll(const Needs &needs, const CommandContext &context)
{
    if (needs.oneServer)
        return AllReasons::tr("Choose one server first.");
    if (needs.mayRevoke || (needs.mayGenerate && needs.selectedUnrevoked))
        return unmetByServers(needs, context);
    if (needs.mayGenerate && generatingSessions(context).isEmpty())
        return AllReasons::tr("Sign in to a server first on which you may generate tokens.");
    if (needs.idleList) {
        const auto entries = context.directory->entries();
        const bool isEachRead =
            std::all_of(entries.cbegin(), entries.cend(), [&](const ServerEntry &entry) {
                const Session *session = context.sessions->find(entry.id());
                return session && session->isReading();
            });
        if (isEachRead)
            return AllReasons::tr("The lists are being read.");
    }
    return {};
}

} // namespace rox
