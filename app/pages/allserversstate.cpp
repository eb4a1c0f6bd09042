// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/allserversstate.h"

#include "app/pages/commandcontext.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AllServers)
};

/// How one trouble is said, and mended. In the order in which the bar says them.
struct TroubleInfo
{
    ServerTrouble trouble;
    QString (*sentence)();         ///< %1: the names of the servers
    QString (*button)() = nullptr; ///< null: nothing can be done here
    const char *symbol = "";
    QString (*buttonOfOne)() = nullptr; ///< %1: the name; null: as `button`
};

constexpr TroubleInfo Troubles[] = {
    {.trouble = ServerTrouble::SignIn,
     .sentence = [] { return Words::tr("Needs sign-in: %1."); },
     .button = [] { return Words::tr("Sign in to %1…"); },
     .symbol = "signin"},
    {.trouble = ServerTrouble::KeychainLocked,
     .sentence = [] { return Words::tr("Keychain locked: %1."); },
     .button = [] { return Words::tr("Unlock keychain…"); },
     .symbol = "unlock"},
    {.trouble = ServerTrouble::Certificate,
     .sentence = [] { return Words::tr("Certificate not trusted: %1."); },
     .button = [] { return Words::tr("Certificate of %1…"); },
     .symbol = "certificate"},
    {.trouble = ServerTrouble::Connection,
     .sentence = [] { return Words::tr("Cannot be connected as set up: %1."); },
     .button = [] { return Words::tr("Edit %1…"); },
     .symbol = "edit"},
    {.trouble = ServerTrouble::Offline,
     .sentence = [] { return Words::tr("Offline: %1."); },
     .button = [] { return Words::tr("Try again"); },
     .symbol = "refresh",
     .buttonOfOne = [] { return Words::tr("Try %1 again"); }},
    {.trouble = ServerTrouble::Keychain,
     .sentence = [] { return Words::tr("Keychain does not answer: %1."); },
     .button = [] { return Words::tr("Ask the keychain again"); },
     .symbol = "refresh"},
    {.trouble = ServerTrouble::Busy,
     .sentence = [] { return Words::tr("Did not give a list: %1."); },
     .button = [] { return Words::tr("Read again"); },
     .symbol = "refresh",
     .buttonOfOne = [] { return Words::tr("Read %1 again"); }},
    {.trouble = ServerTrouble::Forbidden,
     .sentence = [] { return Words::tr("You may not list tokens: %1."); }},
    {.trouble = ServerTrouble::NotOpened, .sentence = [] { return Words::tr("Not opened: %1."); }},
};

const TroubleInfo *infoOf(ServerTrouble trouble)
{
    const auto *found =
        std::find_if(std::begin(Troubles), std::end(Troubles),
                     [trouble](const TroubleInfo &info) { return info.trouble == trouble; });
    return found == std::end(Troubles) ? nullptr : found;
}

bool isBehind(ServerTrouble trouble)
{
    return trouble != ServerTrouble::None && trouble != ServerTrouble::Opening;
}

ServerTrouble troubleOfStarted(const Session &session)
{
    if (session.permissions() && !session.permissions()->mayList())
        return ServerTrouble::Forbidden;
    const auto &error = session.listError();
    if (error && error->kind == ApiError::Kind::Forbidden)
        return ServerTrouble::Forbidden;
    if (error && !session.isBeingRenewed())
        return ServerTrouble::Busy;
    return isOfNow(session) ? ServerTrouble::None : ServerTrouble::Opening;
}

ServerTrouble troubleOf(const Session &session)
{
    switch (session.state()) {
    case Session::State::Closed:
        return ServerTrouble::NotOpened;
    case Session::State::Opening:
        return ServerTrouble::Opening;
    case Session::State::NeedsUnlock:
        return session.isUnlocking() ? ServerTrouble::Opening : ServerTrouble::KeychainLocked;
    case Session::State::NeedsKeychain:
        return ServerTrouble::Keychain;
    case Session::State::NeedsCertificate:
        return ServerTrouble::Certificate;
    case Session::State::NeedsSignIn:
        return session.isBeingRenewed() ? ServerTrouble::Opening : ServerTrouble::SignIn;
    case Session::State::NeedsEdit:
        return ServerTrouble::Connection;
    case Session::State::Live:
        return troubleOfStarted(session);
    case Session::State::Offline:
        break;
    }
    return ServerTrouble::Offline;
}

} // namespace

ServerState stateOf(const ServerEntry &entry, const Session *session)
{
    ServerState state{.id = entry.id(), .name = entry.profile.name};
    state.trouble = session ? troubleOf(*session) : ServerTrouble::NotOpened;
    if (session && session->table())
        state.asOf = session->tableAsOf();
    state.isSignedIn = session && session->isStarted()
                       && session->standing() != Standing::CredentialRefused
                       && session->standing() != Standing::OwnTokenRevoked;
    return state;
}

AllServersState stateOfAll(const CommandContext &context)
{
    QList<ServerState> servers;
    const auto entries = context.directory->entries();
    for (const ServerEntry &entry : entries)
        servers.append(stateOf(entry, context.sessions->find(entry.id())));
    return AllServersState(std::move(servers));
}

int AllServersState::countBehind() const
{
    return int(std::count_if(m_servers.cbegin(), m_servers.cend(),
                             [](const ServerState &each) { return isBehind(each.trouble); }));
}

QString AllServersState::lead() const
{
    const int behind = countBehind();
    if (behind == 0)
        return {};
    //: %1 is the number of all servers
    return Words::tr("%Ln of %1 servers is/are not up to date.", nullptr, behind)
        .arg(QLocale().toString(m_servers.size()));
}

QList<ServerId> AllServersState::with(ServerTrouble trouble) const
{
    QList<ServerId> ids;
    for (const ServerState &each : m_servers) {
        if (each.trouble == trouble)
            ids.append(each.id);
    }
    return ids;
}

QString AllServersState::namesWith(ServerTrouble trouble) const
{
    constexpr qsizetype Named = 3;
    QStringList names;
    for (const ServerState &each : m_servers) {
        if (each.trouble == trouble)
            names.append(shownName(each.name));
    }
    const qsizetype more = names.size() - Named;
    if (more > 0)
        names = names.mid(0, Named) << Words::tr("%Ln more", nullptr, int(more));
    return names.join(", "_L1);
}

QString AllServersState::text() const
{
    QStringList sentences;
    for (const TroubleInfo &info : Troubles) {
        if (const QString names = namesWith(info.trouble); !names.isEmpty())
            sentences.append(info.sentence().arg(names));
    }
    const bool hasRows =
        std::any_of(m_servers.cbegin(), m_servers.cend(), [](const ServerState &each) {
            return isBehind(each.trouble) && each.asOf != NoTime;
        });
    if (hasRows)
        sentences.append(Words::tr("Their rows are for reading only."));
    return sentences.join(u' ');
}

QList<ServerTrouble> AllServersState::troubles() const
{
    QList<ServerTrouble> troubles;
    for (const TroubleInfo &info : Troubles) {
        if (info.button && !with(info.trouble).isEmpty())
            troubles.append(info.trouble);
    }
    return troubles;
}

QString AllServersState::button(ServerTrouble trouble) const
{
    const TroubleInfo *info = infoOf(trouble);
    if (!info || !info->button)
        return {};
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&](const auto &each) { return each.trouble == trouble; });
    const QString name = found == m_servers.cend() ? QString() : shownName(found->name);
    const QString text =
        info->buttonOfOne && with(trouble).size() == 1 ? info->buttonOfOne() : info->button();
    return text.contains("%1"_L1) ? text.arg(name) : text;
}

QString AllServersState::symbol(ServerTrouble trouble)
{
    const TroubleInfo *info = infoOf(trouble);
    return info ? QString::fromLatin1(info->symbol) : QString();
}

ServerFacts AllServersState::facts() const
{
    const auto count = [this](auto &&isMeant) {
        return int(std::count_if(m_servers.cbegin(), m_servers.cend(), isMeant));
    };
    const int ofNow =
        count([](const ServerState &each) { return each.trouble == ServerTrouble::None; });
    const int signedIn = count([](const ServerState &each) { return each.isSignedIn; });
    ServerFacts facts;
    facts.name = Words::tr("All servers");
    facts.symbol = u"servers"_s;
    facts.address = Words::tr("%Ln Central(s), %1 up to date", nullptr, int(m_servers.size()))
                        .arg(QLocale().toString(ofNow));
    facts.notSignedIn =
        Words::tr("Signed in to %1 of %2")
            .arg(QLocale().toString(signedIn), QLocale().toString(m_servers.size()));
    return facts;
}

QString AllServersState::asOf(UtcMs now) const
{
    UtcMs newest = NoTime;
    int older = 0;
    for (const ServerState &each : m_servers) {
        if (each.trouble == ServerTrouble::None)
            newest = newest == NoTime ? each.asOf : std::min(newest, each.asOf);
        else if (each.asOf != NoTime)
            ++older;
    }
    if (newest == NoTime)
        return older > 0 ? Words::tr("Older lists of %Ln server(s)", nullptr, older) : QString();
    const QString time = asOfText(newest, now);
    //: %1 is "As of 10:42"
    return older > 0 ? Words::tr("%1, %Ln server(s) older", nullptr, older).arg(time) : time;
}

EmptyPageContent AllServersState::pageWithoutLists() const
{
    EmptyPageContent page;
    page.symbol = u"servers"_s;
    const bool isOpening =
        std::any_of(m_servers.cbegin(), m_servers.cend(),
                    [](const ServerState &each) { return each.trouble == ServerTrouble::Opening; });
    if (isOpening) {
        page.heading = Words::tr("Reading the tokens of all servers…");
        page.waits = true;
        return page;
    }
    page.heading = Words::tr("No server has given a list");
    page.sentence = text();
    const auto todo = troubles();
    if (!todo.isEmpty()) {
        page.primary = button(todo.constFirst());
        page.primarySymbol = symbol(todo.constFirst());
    }
    return page;
}

} // namespace rox
