// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/servers.h"

#include "app/pages/emptystates.h"
#include "app/pages/serverpages.h"
#include "app/servers/renewal.h"
#include "app/servers/session.h"
#include "models/servers/servername.h"
#include "ui/servers/serverlist.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readingonly.h"

#include <QApplication>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

Servers::Servers(ConnectionParts parts, Workplace *place, WindowPresenter *presenter,
                 QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_place(place)
    , m_presenter(presenter)
    , m_form(
          &m_parts, [this](const QUuid &server) { return namesBesides(server); }, nullptr)
    , m_removal(&m_parts, nullptr)
{
    connectWindow();
    connect(&m_form, &ConnectFlow::connected, this, [this](const QUuid &id) {
        open(id);
        if (id == m_thisRun.keptAs)
            forgetThisRun();
    });
    connect(&m_form, &ConnectFlow::renamed, this, [this](const QUuid &id) {
        if (id == m_current)
            open(id);
        else
            tellRows();
    });
    connect(&m_form, &ConnectFlow::notKept, this, &Servers::tell);
    connect(&m_form, &ConnectFlow::goThere, this, &Servers::open);
    connect(&m_removal, &ServerRemoval::said, this, &Servers::tell);
    connect(&m_removal, &ServerRemoval::removed, this, &Servers::removed);
    connect(m_parts.vault, &CredentialVault::keptAtLast, this, [this](const QUuid &id) {
        if (id == m_current && m_place->session)
            m_place->session->setCredentialState(KeychainState::Stored);
    });
    connect(presenter, &WindowPresenter::certificateRequested, this, &Servers::settleCertificate);
    connect(presenter, &WindowPresenter::signInRequested, this, &Servers::signInAgain);
    tellRows();
}

Servers::~Servers() = default;

void Servers::connectWindow()
{
    const ServerList *list = m_parts.window->serverList();
    connect(list, &ServerList::chosen, this, [this](const QUuid &id) {
        if (id.isNull())
            showThisRun();
        else if (id != m_current)
            open(id);
    });
    connect(m_parts.window, &MainWindow::addServerRequested, this, &Servers::add);
    connect(list, &ServerList::editRequested, &m_form,
            [this](const QUuid &id) { m_form.edit(id, !isWithoutCredential(id)); });
    connect(list, &ServerList::keepRequested, this, &Servers::keepThisRun);
    connect(list, &ServerList::duplicateRequested, this, &Servers::duplicate);
    connect(list, &ServerList::removeRequested, &m_removal, &ServerRemoval::ask);
    connect(list, &ServerList::moveRequested, this, &Servers::move);
}

ServerProfile Servers::freshProfile() const
{
    ServerProfile profile;
    profile.id = QUuid::createUuid();
    QStringList taken = {m_thisRun.profile.colorName};
    for (const ServerProfile &other : m_parts.profiles->profiles())
        taken.append(other.colorName);
    profile.colorName = freeColor(taken);
    return profile;
}

QStringList Servers::namesBesides(const QUuid &server) const
{
    // What is kept of this run's connection may be called as that is.
    if (!m_thisRun.session || server == m_thisRun.keptAs)
        return {};
    return {m_thisRun.profile.name};
}

QStringList Servers::profileNames() const
{
    QStringList names;
    for (const ServerProfile &profile : m_parts.profiles->profiles())
        names.append(profile.name);
    return names;
}

QStringList Servers::names() const
{
    return profileNames() + namesBesides({});
}

void Servers::add()
{
    m_form.add(freshProfile());
}

void Servers::leave(const QUuid &next)
{
    ++m_ticket;
    endSigning();
    m_parts.keychain->cancelUnlock();
    m_isCleared = false;
    m_withoutCredential = {};
    m_current = next;
    // The old rows go before the new name shows.
    m_presenter->clearRows();
    tellRows();
}

void Servers::endSigning()
{
    SigningIn *ended = std::exchange(m_signing, nullptr);
    if (!ended)
        return;
    // It may be the one that speaks just now.
    ended->disconnect(this);
    ended->cancel();
    ended->deleteLater();
}

void Servers::open(const QUuid &id)
{
    const ServerProfile *found = m_parts.profiles->find(id);
    if (!found)
        return;
    const ServerProfile profile = *found;
    leave(id);
    present(openingServer(profile));
    readCredential(profile, m_ticket);
    Q_EMIT opened(id);
}

void Servers::present(ServerPage page)
{
    Session *old = m_place->session;
    page.server = m_current.toString();
    m_presenter->showPage(std::move(page));
    drop(old);
}

void Servers::showPage(ServerPage page)
{
    leave({});
    present(std::move(page));
}

void Servers::readCredential(const ServerProfile &profile, int ticket)
{
    m_parts.vault->read(profile, this,
                        [this, profile, ticket](const KeychainResult<Secret> &secret) {
                            if (ticket != m_ticket)
                                return; // another server was chosen meanwhile
                            if (!secret) {
                                sayKeychain(profile, secret.error());
                                return;
                            }
                            auto credential = unpacked(profile.signIn, *secret);
                            if (credential)
                                signIn(profile, std::move(*credential));
                            else
                                sayKeychain(profile, {KeychainState::Absent, {}});
                        });
}

SigningIn *Servers::newSigning(SigningIn::Purpose purpose, const ServerProfile &profile,
                               StoredCredential credential)
{
    endSigning();
    m_signing =
        new SigningIn(purpose, profile, std::move(credential), m_parts.clock, m_parts.window, this);
    m_signing->setVault(m_parts.vault, profile);
    return m_signing;
}

void Servers::signIn(const ServerProfile &profile, StoredCredential credential)
{
    SigningIn *signing = newSigning(SigningIn::Purpose::Open, profile, std::move(credential));
    connect(signing, &SigningIn::stepChanged, this,
            [this, profile](const QString &step) { present(openingServer(profile, step)); });
    connect(signing, &SigningIn::succeeded, this, [this, profile, signing] {
        SigningIn::Signed result = signing->take();
        endSigning();
        show(profile, std::move(result));
    });
    connect(signing, &SigningIn::failed, this, [this, profile](const ApiError &error) {
        endSigning();
        saySignInFailed(profile, error);
    });
    signing->start();
}

void Servers::show(const ServerProfile &profile, SigningIn::Signed result)
{
    auto *session =
        new Session(profile.name, profile.colorName,
                    {profile.endpoint, std::move(result.credential), std::move(result.trust)},
                    m_parts.clock, this);
    session->setKey(profile.id.toString());
    for (const char *old : {SignInBarId, SettleBarId})
        m_parts.window->messageBar()->dismiss(QLatin1String(old), session->key());
    connect(session, &Session::ownTokenRevoked, this,
            [this, session, profile] { forgetRevoked(session, profile); });
    session->setCredentialState(isInKeychain(profile) ? KeychainState::Stored
                                                      : KeychainState::NoService);
    showSession(session);
    if (result.notKept) {
        session->setCredentialState(result.notKept->state);
        tellOfSignIn(session->key(), notKeptSentence(session->name(), *result.notKept));
    }
    if (profile.signIn != SignInMethod::ApiToken) {
        auto *renewal = new Renewal(session, profile, m_parts.vault, m_parts.clock);
        connect(renewal, &Renewal::said, this,
                [this, key = session->key()](const QString &said) { tellOfSignIn(key, said); });
        renewal->setEnd(result.endsAt);
        session->setRenewed(profile.signIn == SignInMethod::Password
                            || !result.kept.refreshCookie.isEmpty());
    }
    session->refresh();
}

bool Servers::isInKeychain(const ServerProfile &profile) const
{
    return m_parts.vault->placeOf(profile) == CredentialVault::Place::Keychain;
}

void Servers::showSession(Session *session)
{
    Session *old = m_place->session;
    m_presenter->setSession(session);
    if (old != session)
        drop(old);
}

void Servers::drop(Session *session)
{
    if (session && session != m_thisRun.session)
        session->retire(); // what it is writing has an outcome yet
}

void Servers::openForThisRun(ServerProfile profile, Connection connection)
{
    profile.colorName = freshProfile().colorName;
    profile.name = distinctServerName(profile.name, profileNames());
    StoredCredential credential{connection.credential.secret.clone(), NoTime, {}};
    auto *session =
        new Session(profile.name, profile.colorName, std::move(connection), m_parts.clock, this);
    session->setKey(profile.id.toString());
    connect(session, &Session::ownTokenRevoked, this, [this, session] {
        if (session == m_thisRun.session)
            m_thisRun.credential = {}; // there is nothing to keep
    });
    const QPointer<Session> before = m_thisRun.session;
    m_thisRun = {session, std::move(profile), std::move(credential)};
    showThisRun();
    drop(before); // unless that was shown, and went with it
    session->refresh();
}

void Servers::showThisRun()
{
    if (!m_thisRun.session || m_place->session == m_thisRun.session)
        return;
    leave({});
    showSession(m_thisRun.session);
    Q_EMIT opened({});
}

void Servers::keepThisRun()
{
    if (!m_thisRun.mayBeKept())
        return;
    ServerProfile profile = m_thisRun.profile;
    profile.colorName = freshProfile().colorName;
    m_thisRun.keptAs = profile.id;
    m_form.keepConnection(profile, m_thisRun.credential.clone());
}

void Servers::forgetThisRun()
{
    const ThisRun gone = std::exchange(m_thisRun, {});
    gone.session->retire();
    tellRows();
}

void Servers::close()
{
    ++m_ticket;
    endSigning();
    showSession(nullptr);
}

void Servers::sayKeychain(const ServerProfile &profile, const KeychainFailure &failure)
{
    const KeychainState state = failure.state;
    ServerPage page = keychainInTheWay(profile, state);
    const bool isThere = state != KeychainState::Absent && state != KeychainState::NoCollection
                         && state != KeychainState::NoService;
    if (!isThere)
        m_withoutCredential = profile.id;
    page.secondary = [this, id = profile.id, why = whySignIn(profile, state)] {
        m_form.signInTo(id, why);
    };
    if (state == KeychainState::Locked)
        page.primary = [this, profile] { unlock(profile); };
    else if (!isThere)
        page.primary = page.secondary;
    else
        page.primary = [this, id = profile.id] { open(id); };
    present(std::move(page));
}

void Servers::unlock(const ServerProfile &profile)
{
    const int ticket = m_ticket;
    ServerPage page{factsOf(profile), unlockingPage()};
    page.secondary = [this] { m_parts.keychain->cancelUnlock(); };
    present(std::move(page));
    m_parts.keychain->unlock(this, [this, profile, ticket](const KeychainResult<void> &unlocked) {
        if (ticket != m_ticket)
            return;
        if (unlocked)
            open(profile.id);
        else
            sayKeychain(profile,
                        {unlocked.error().state == KeychainState::Denied ? KeychainState::Locked
                                                                         : unlocked.error().state,
                         unlocked.error().detail});
    });
}

void Servers::duplicate(const QUuid &id)
{
    const ServerProfile *profile = m_parts.profiles->find(id);
    if (!profile)
        return;
    ServerProfile copy = copyOf(*profile, freshProfile().colorName);
    copy.name = distinctServerName(copy.name, names());
    m_form.add(copy);
}

void Servers::removed(const QUuid &id)
{
    m_parts.window->messageBar()->dismissAllOf(id.toString());
    if (id != m_current) {
        tellRows();
        return;
    }
    const auto &rest = m_parts.profiles->profiles();
    if (!rest.isEmpty()) {
        open(rest.first().id);
    } else if (m_thisRun.session) {
        showThisRun();
    } else {
        leave({});
        showSession(nullptr);
    }
}

void Servers::move(const QUuid &id, int position)
{
    told(m_parts.profiles->move(id, position));
    tellRows();
}

void Servers::clearSecrets()
{
    const ServerProfile *profile = m_parts.profiles->find(m_current);
    // What only this program has, nobody could give again.
    if (!profile || !isInKeychain(*profile) || m_isCleared)
        return;
    // A dialog may wait for Central's answer, or hold the only copy of a token's value: after it.
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        // Queued: while it is being destroyed nobody may be told that its session goes.
        connect(
            dialog, &QObject::destroyed, this,
            [this, ticket = m_ticket] {
                if (m_isLocked && ticket == m_ticket)
                    clearSecrets();
            },
            Qt::QueuedConnection);
        m_isLocked = true;
        return;
    }
    const ServerFacts facts = factsOf(*profile);
    leave(m_current);
    ServerPage page{facts, screenLockedPage()};
    page.primary = [this] { openAgain(); };
    present(std::move(page));
    m_isCleared = true;
}

void Servers::openAgain()
{
    m_isLocked = false;
    if (std::exchange(m_isCleared, false))
        open(m_current);
}

void Servers::told(const ProfileStore::Outcome &outcome)
{
    if (!outcome)
        tell(outcome.error());
}

void Servers::tell(const QString &sentence)
{
    // Each has its own id: none takes another's place before it was read.
    m_parts.window->messageBar()->show(
        {.id = u"servers: "_s + sentence, .severity = Severity::Caution, .lead = sentence});
}

void Servers::tellOfSignIn(const QString &server, const QString &sentence)
{
    m_parts.window->messageBar()->show({.id = QLatin1String(SignInBarId),
                                        .server = server,
                                        .severity = Severity::Caution,
                                        .lead = sentence});
}

void Servers::tellRows()
{
    QList<ServerRow> rows;
    for (const ServerProfile &profile : m_parts.profiles->profiles())
        rows.append(rowOf(profile));
    if (m_thisRun.session)
        rows.append(m_thisRun.row());
    m_parts.window->setServers(rows, m_current);
}

} // namespace rox
