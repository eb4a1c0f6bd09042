// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/connections/servers.h"

#include "app/connections/renewal.h"
#include "app/emptystates.h"
#include "app/session.h"
#include "ui/dialogs/removeserverdialog.h"
#include "ui/mainwindow.h"
#include "ui/parts/messagebar.h"
#include "ui/readingonly.h"
#include "ui/words/keychainsentences.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>
#include <array>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const std::array Colors = {u"blue"_s, u"plum"_s, u"teal"_s, u"sand"_s,
                           u"rose"_s, u"moss"_s, u"clay"_s, u"slate"_s};

ServerFacts factsOf(const ServerProfile &profile)
{
    ServerFacts facts;
    facts.name = profile.name;
    facts.address = profile.endpoint.display();
    facts.colorName = profile.colorName;
    return facts;
}

} // namespace

Servers::Servers(ConnectionParts parts, Workplace *place, WindowPresenter *presenter,
                 QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_place(place)
    , m_presenter(presenter)
    , m_form(&m_parts, nullptr)
{
    connectWindow();
    connect(&m_form, &ConnectFlow::connected, this, [this](const QUuid &id) {
        open(id);
        if (id == m_keptAs)
            forgetThisRun();
    });
    connect(&m_form, &ConnectFlow::notKept, this, &Servers::tell);
    connect(presenter, &WindowPresenter::certificateRequested, this, &Servers::settleCertificate);
    connect(presenter, &WindowPresenter::signInRequested, this, &Servers::signInAgain);
    tellRows();
}

Servers::~Servers() = default;

void Servers::connectWindow()
{
    const MainWindow *window = m_parts.window;
    connect(window, &MainWindow::serverChosen, this, [this](const QUuid &id) {
        if (id.isNull() && m_thisRun && m_place->session != m_thisRun)
            showThisRun();
        else if (id != m_current)
            open(id);
    });
    connect(window, &MainWindow::addServerRequested, this, &Servers::add);
    connect(window, &MainWindow::editServerRequested, &m_form, &ConnectFlow::edit);
    connect(window, &MainWindow::keepServerRequested, this, &Servers::keepThisRun);
    connect(window, &MainWindow::duplicateServerRequested, this, &Servers::duplicate);
    connect(window, &MainWindow::removeServerRequested, this, &Servers::askToRemove);
    connect(window, &MainWindow::moveServerRequested, this, &Servers::move);
}

ServerProfile Servers::freshProfile() const
{
    ServerProfile profile;
    profile.id = QUuid::createUuid();
    profile.colorName = Colors.front();
    for (const QString &color : Colors) {
        const auto &all = m_parts.profiles->profiles();
        const bool isThisRuns = m_thisRun && m_thisRunProfile.colorName == color;
        if (!isThisRuns && std::none_of(all.cbegin(), all.cend(), [&](const ServerProfile &other) {
                return other.colorName == color;
            })) {
            profile.colorName = color;
            break;
        }
    }
    return profile;
}

void Servers::add()
{
    m_form.add(freshProfile());
}

void Servers::open(const QUuid &id)
{
    const ServerProfile *found = m_parts.profiles->find(id);
    if (!found)
        return;
    const ServerProfile profile = *found;
    const int ticket = ++m_ticket;
    delete m_signing;
    m_current = id;
    // The old rows go before the new name shows.
    showSession(nullptr);
    tellRows();
    m_presenter->showPage({factsOf(profile), openingPage(profile.name)});
    readCredential(profile, ticket);
    Q_EMIT opened(id);
}

void Servers::readCredential(const ServerProfile &profile, int ticket)
{
    m_parts.storeOf(profile)->read(profile.credentialKey(), this,
                                   [this, profile, ticket](const KeychainResult<Secret> &secret) {
                                       if (ticket != m_ticket)
                                           return; // another server was chosen meanwhile
                                       if (!secret) {
                                           sayKeychain(profile, secret.error());
                                           return;
                                       }
                                       auto credential = unpacked(profile.signIn, *secret);
                                       if (credential)
                                           signIn(profile, std::move(*credential), ticket);
                                       else
                                           sayKeychain(profile, {KeychainState::Absent, {}});
                                   });
}

void Servers::signIn(const ServerProfile &profile, StoredCredential credential, int ticket)
{
    m_signing = new SigningIn(SigningIn::Purpose::Open, profile, std::move(credential),
                              m_parts.clock, m_parts.window, this);
    connect(m_signing, &SigningIn::succeeded, this, [this, profile, ticket] {
        m_signing->deleteLater();
        if (ticket == m_ticket)
            show(profile, m_signing->take());
    });
    connect(m_signing, &SigningIn::failed, this, [this, profile, ticket](const ApiError &error) {
        m_signing->deleteLater();
        if (ticket == m_ticket)
            saySignInFailed(profile, error);
    });
    m_signing->start();
}

void Servers::show(const ServerProfile &profile, SigningIn::Signed result)
{
    if (profile.signIn == SignInMethod::Browser)
        m_parts.storeOf(profile)->write(
            profile.credentialKey(), packed(profile.signIn, result.kept), this,
            [this, profile](const KeychainResult<void> &kept) {
                if (!kept)
                    tell(sentenceFor(kept.error().state, profile.name).plain());
            });
    auto *session =
        new Session(profile.name, profile.colorName,
                    {profile.endpoint, std::move(result.credential), std::move(result.trust)},
                    m_parts.clock, this);
    session->setCredentialState(m_parts.storeOf(profile)->outlivesProgram()
                                    ? KeychainState::Stored
                                    : KeychainState::NoService);
    showSession(session);
    follow(session, profile, result.endsAt);
    session->refresh();
}

void Servers::follow(Session *session, const ServerProfile &profile, UtcMs endsAt)
{
    if (profile.signIn == SignInMethod::ApiToken || endsAt == NoTime)
        return;
    auto *renewal = new Renewal(session, profile, m_parts.storeOf(profile), m_parts.clock);
    connect(renewal, &Renewal::renewed, session, [session] { session->askAgainWhoWeAre(); });
    connect(renewal, &Renewal::failed, session, [this, session](const ApiError &error) {
        tell(tr("Signed in to %1 until it ends only: %2")
                 .arg(session->name(), sentenceFor(error, Deed::Connect, session->name()).cause));
    });
    renewal->setEnd(endsAt);
}

void Servers::showSession(Session *session)
{
    Session *old = m_place->session;
    m_presenter->setSession(session);
    if (old != session && old != m_thisRun)
        delete old;
}

void Servers::openForThisRun(ServerProfile profile, Connection connection)
{
    profile.colorName = Colors.front();
    m_thisRunProfile = std::move(profile);
    m_thisRunCredential = {connection.credential.secret.clone(), NoTime, {}};
    Session *before =
        std::exchange(m_thisRun, new Session(m_thisRunProfile.name, m_thisRunProfile.colorName,
                                             std::move(connection), m_parts.clock, this));
    showThisRun();
    delete before;
    m_thisRun->refresh();
}

void Servers::showThisRun()
{
    ++m_ticket;
    delete m_signing;
    m_current = {};
    showSession(m_thisRun);
    tellRows();
    Q_EMIT opened({});
}

void Servers::keepThisRun()
{
    if (m_thisRunProfile.id.isNull())
        return;
    ServerProfile profile = m_thisRunProfile;
    profile.colorName = freshProfile().colorName;
    m_keptAs = profile.id;
    m_form.keepConnection(profile, m_thisRunCredential.clone());
}

void Servers::forgetThisRun()
{
    delete std::exchange(m_thisRun, nullptr);
    m_thisRunProfile = {};
    m_thisRunCredential = {};
    m_keptAs = {};
    tellRows();
}

void Servers::close()
{
    ++m_ticket;
    delete m_signing;
    showSession(nullptr);
}

void Servers::sayKeychain(const ServerProfile &profile, const KeychainFailure &failure)
{
    const KeychainState state = failure.state;
    ServerPage page{factsOf(profile), keychainPage(state, profile.name)};
    page.facts.credential = keychainStatus(state);
    page.state = keychainNotice(state);
    page.secondary = [this, id = profile.id] { m_form.edit(id); };
    if (state == KeychainState::Locked)
        page.primary = [this, profile] { unlock(profile); };
    else if (state == KeychainState::Absent || state == KeychainState::NoCollection
             || state == KeychainState::NoService)
        page.primary = page.secondary;
    else
        page.primary = [this, id = profile.id] { open(id); };
    m_presenter->showPage(std::move(page));
}

void Servers::unlock(const ServerProfile &profile)
{
    const int ticket = m_ticket;
    ServerPage page{factsOf(profile), unlockingPage()};
    page.secondary = [this] { m_parts.keychain->cancelUnlock(); };
    m_presenter->showPage(std::move(page));
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

void Servers::saySignInFailed(const ServerProfile &profile, const ApiError &error)
{
    ServerPage page{factsOf(profile), signInFailedPage(error, profile.name)};
    page.state = tr("Not signed in");
    page.secondary = [details = technicalDetails(error)] {
        QApplication::clipboard()->setText(details);
    };
    if (asksAboutCertificate(error))
        page.primary = [this] { settleCertificate(); };
    else if (error.kind == ApiError::Kind::Unauthenticated
             || error.kind == ApiError::Kind::BadRequest)
        page.primary = [this] { signInAgain(); };
    else
        page.primary = [this, id = profile.id] { open(id); };
    m_presenter->showPage(std::move(page));
}

void Servers::settleCertificate()
{
    if (m_current.isNull()) {
        signInAgain();
        return;
    }
    const ServerProfile *profile = m_parts.profiles->find(m_current);
    if (!profile)
        return;
    const int ticket = m_ticket;
    m_signing = new SigningIn(SigningIn::Purpose::Settle, *profile, {}, m_parts.clock,
                              m_parts.window, this);
    connect(m_signing, &SigningIn::succeeded, this, [this, ticket] {
        m_signing->deleteLater();
        const ServerProfile settled = m_signing->take().profile;
        told(m_parts.profiles->add(settled));
        if (ticket == m_ticket)
            open(settled.id);
    });
    connect(m_signing, &SigningIn::caFileWanted, this, &Servers::signInAgain);
    connect(m_signing, &SigningIn::failed, this,
            [this, ticket, asked = *profile](const ApiError &error) {
                m_signing->deleteLater();
                if (ticket == m_ticket && !m_place->session)
                    saySignInFailed(asked, error);
            });
    m_signing->start();
}

void Servers::signInAgain()
{
    if (!m_current.isNull()) {
        m_form.edit(m_current);
        return;
    }
    // For this run only until now: the form would keep it.
    ServerProfile profile = m_thisRunProfile;
    profile.id = QUuid::createUuid();
    profile.colorName = freshProfile().colorName;
    m_form.add(profile);
}

void Servers::duplicate(const QUuid &id)
{
    const ServerProfile *profile = m_parts.profiles->find(id);
    if (!profile)
        return;
    ServerProfile copy = *profile;
    copy.id = QUuid::createUuid();
    copy.laterCredential = {};
    copy.name = tr("%1 (copy)").arg(profile->name);
    copy.colorName = freshProfile().colorName;
    // The credential is not copied: two profiles have two.
    m_form.add(copy);
}

void Servers::askToRemove(const QUuid &id)
{
    const ServerProfile *profile = m_parts.profiles->find(id);
    if (!profile)
        return;
    auto *dialog = new RemoveServerDialog(profile->name, profile->keepInKeychain, m_parts.window);
    connect(dialog, &RemoveServerDialog::removeConfirmed, this,
            [this, asked = *profile] { remove(asked); });
}

void Servers::remove(const ServerProfile &profile)
{
    m_parts.storeOf(profile)->forget(
        profile.credentialKey(), this, [this, profile](const KeychainResult<void> &forgotten) {
            const bool absent = !forgotten && forgotten.error().state == KeychainState::NoService;
            if (!forgotten && !absent) {
                tell(tr("%1 was not removed, for its credential may still be kept: %2")
                         .arg(profile.name,
                              sentenceFor(forgotten.error().state, profile.name).cause));
                return;
            }
            told(m_parts.profiles->remove(profile.id));
            if (profile.id == m_current) {
                m_current = {};
                close();
                const auto &rest = m_parts.profiles->profiles();
                if (!rest.isEmpty())
                    open(rest.first().id);
            }
            tellRows();
        });
}

void Servers::move(const QUuid &id, int position)
{
    told(m_parts.profiles->move(id, position));
    tellRows();
}

void Servers::clearSecrets()
{
    // For this run only: nobody could give it again. And a dialog may wait for Central's answer,
    // or hold the only copy of a token's value.
    const ServerProfile *profile = m_parts.profiles->find(m_current);
    if (!profile || QApplication::activeModalWidget())
        return;
    ++m_ticket;
    delete m_signing;
    showSession(nullptr);
    m_presenter->showPage({factsOf(*profile), screenLockedPage()});
    m_isCleared = true;
}

void Servers::openAgain()
{
    if (std::exchange(m_isCleared, false) && !m_place->session)
        open(m_current);
}

void Servers::told(const ProfileStore::Outcome &outcome)
{
    if (!outcome)
        tell(outcome.error());
}

void Servers::tell(const QString &sentence)
{
    m_parts.window->messageBar()->show(
        {.id = u"servers"_s, .severity = Severity::Caution, .lead = sentence});
}

void Servers::tellRows()
{
    QList<ServerRow> rows;
    for (const ServerProfile &profile : m_parts.profiles->profiles()) {
        ServerRow row;
        row.id = profile.id;
        row.name = profile.name;
        row.address = profile.endpoint.display();
        row.colorName = profile.colorName;
        rows.append(row);
    }
    if (m_thisRun) {
        ServerRow row;
        row.name = m_thisRun->name();
        row.address = m_thisRun->client()->endpoint().display();
        row.colorName = Colors.front();
        row.mayBeKept = !m_thisRunProfile.id.isNull();
        rows.append(row);
    }
    m_parts.window->setServers(rows, m_current);
}

} // namespace rox
