// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionstate.h"

#include "app/servers/session.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <chrono>

namespace rox {

namespace {

constexpr UtcMs EndWarning = 7 * DayMs;
constexpr UtcMs SessionEndWarning = 30 * MinuteMs;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SessionState)
};

/// "Sign-in ends in 5 days", when it is near; else empty.
QString credentialEnd(const Session &session)
{
    const UtcMs now = session.clock()->now();
    if (!session.identity() || session.identity()->expiresAt == NoTime || session.isRenewed())
        return {};
    // A session is short by nature.
    const UtcMs ahead = session.identity()->tokenId.isEmpty() ? SessionEndWarning : EndWarning;
    if (session.identity()->expiresAt - now > ahead)
        return {};
    return Words::tr("Sign-in ends %1").arg(relativeTime(session.identity()->expiresAt, now));
}

} // namespace

ServerFacts shownFacts(const Session &session)
{
    return factsIn(session.standing(), session.facts());
}

StateLine sidebarLine(const Session &session)
{
    StateLine line = stateLine(session.standing(), session.standingSince(), session.clock()->now());
    if (line.text.isEmpty() && session.permissions() && !session.permissions()->mayList())
        line = {Words::tr("May not list tokens"), StateTone::Caution};
    if (line.text.isEmpty())
        line = {credentialEnd(session), StateTone::Caution};
    return line;
}

std::optional<Message> stateBar(const Session &session)
{
    const UtcMs now = session.clock()->now();
    Message bar;
    if (session.standing() == Standing::OwnTokenRevoked)
        bar = ownTokenRevokedBar(session.name(), session.standingSince(), session.tableAsOf(), now);
    else if (session.listError() && !session.isBeingRenewed())
        bar = staleListBar(*session.listError(), session.name(), session.tableAsOf(), now,
                           nextTry(session));
    else
        return std::nullopt;
    bar.server = session.key();
    return bar;
}

QString ownTokenNote(const Session &session)
{
    return ownTokenNote(session.standing(), session.standingSince(), session.tableAsOf(),
                        session.clock()->now());
}

QString leadWithServer(const QString &server, const QString &lead)
{
    //: a server, and what happened there
    return Words::tr("%1: %2").arg(shownName(server), lead);
}

Message namingServer(Message message, const QString &server)
{
    if (!message.spoken().contains(shownName(server)))
        message.lead = leadWithServer(server, message.lead);
    return message;
}

QString nextTry(const Session &session)
{
    const auto pause = session.nextTryIn();
    if (!pause)
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*pause).count();
    return Words::tr("Rox Tokens tries again by itself in %Ln second(s).", nullptr, int(seconds));
}

} // namespace rox
