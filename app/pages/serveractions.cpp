// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/serveractions.h"

#include "app/pages/emptystates.h"
#include "app/pages/serverpages.h"
#include "app/pages/sessionstate.h"
#include "models/values/visibletext.h"
#include "ui/connect/certificatedialog.h"
#include "ui/connect/changedcertificatedialog.h"
#include "ui/servers/serverlist.h"
#include "ui/text/keychaintext.h"
#include "ui/text/servereventtext.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"
#include "ui/window/offlinemessages.h"

#include <QApplication>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LostServersBarId = "lost servers";
/// From so many on, all of them can be shown in one list.
constexpr qsizetype SeveralServers = 2;

/// Opens a dialog that gives one answer, and goes with `context`.
template <class Dialog>
void ask(Dialog *dialog, QObject *context, const std::function<void(CertificateAnswer)> &then)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(context, &QObject::destroyed, dialog, &QObject::deleteLater);
    QObject::connect(dialog, &Dialog::trustRequested, context,
                     [then] { then(CertificateAnswer::Trust); });
    QObject::connect(dialog, &QDialog::rejected, context,
                     [then] { then(CertificateAnswer::Refuse); });
    dialog->open();
}

} // namespace

ServerActions::ServerActions(ServerServices parts, CommandContext *context, Scope *scope,
                             QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_context(context)
    , m_scope(scope)
    , m_form(&m_parts, nullptr)
    , m_removal(&m_parts, nullptr)
{
    m_parts.prompts = this;
    connectWindow();
    connectFlows();
    connect(m_parts.directory, &ServerDirectory::changed, this, &ServerActions::tellRows);
    connect(m_parts.directory, &ServerDirectory::problemFound, this, &ServerActions::tellOfFile);
    // Queued: the change may come from inside an action on that server.
    connect(m_parts.directory, &ServerDirectory::changed, this, &ServerActions::leaveRemoved,
            Qt::QueuedConnection);
    connect(m_scope, &Scope::changed, this, &ServerActions::tellRows);
    // Only the server in scope asks to unlock, and only its page can stop that.
    connect(m_scope, &Scope::changed, this, &ServerActions::stopUnlocking);
    connect(m_parts.vault, &CredentialVault::keptAtLast, this, [this](const QUuid &profile) {
        m_context->window->messageBar()->dismiss(QLatin1String(SignInBarId),
                                                 ServerId(profile).toString());
    });
    connect(m_context->sessions, &SessionPool::changed, this, &ServerActions::follow);
    tellRows();
}

void ServerActions::connectWindow()
{
    const ServerList *list = m_context->window->serverList();
    connect(m_context->window, &MainWindow::addServerRequested, this, &ServerActions::add);
    connect(list, &ServerList::chosen, this, &ServerActions::show);
    connect(list, &ServerList::editRequested, this, [this](const ServerId &id) {
        const Session *session = m_context->sessions->find(id);
        m_form.edit(id, !session || !session->lacksCredential());
    });
    connect(list, &ServerList::keepRequested, this, &ServerActions::keepConnection);
    connect(list, &ServerList::duplicateRequested, this, &ServerActions::duplicate);
    connect(list, &ServerList::removeRequested, &m_removal,
            [this](const ServerId &id) { m_removal.ask(id.value()); });
    connect(list, &ServerList::moveRequested, this, [this](const ServerId &id, int position) {
        told(m_parts.directory->move(id, position));
    });
}

void ServerActions::connectFlows()
{
    connect(&m_form, &ConnectFlow::connected, this, &ServerActions::connected);
    connect(&m_form, &ConnectFlow::notKept, this, &ServerActions::tell);
    connect(&m_form, &ConnectFlow::goThere, this, &ServerActions::show);
    connect(&m_removal, &ServerRemoval::happened, this, &ServerActions::showEvent);
    connect(&m_removal, &ServerRemoval::removed, this, [this](const ServerProfile &profile) {
        removed(ServerId(profile.id));
        Q_EMIT serverRemoved(profile);
    });
}

void ServerActions::follow(const ServerId &id)
{
    const auto tellRow = [this, id] {
        if (!m_scope->isOn(id))
            tellRows();
    };
    tellRow();
    Session *session = m_context->sessions->find(id);
    if (!session)
        return;
    connect(session, &Session::started, this, [this, session] {
        for (const char *old : {SignInBarId, SettleBarId})
            m_context->window->messageBar()->dismiss(QLatin1String(old), session->key());
    });
    connect(session, &Session::openingChanged, this, tellRow);
    connect(session, &Session::standingChanged, this, tellRow);
    connect(session, &Session::listRead, this, tellRow);
    connect(session, &Session::happened, this, &ServerActions::showEvent);
    connect(session, &Session::trustSettled, this, &ServerActions::settled);
    connect(session, &Session::settlingFailed, this,
            [this, session](const ApiError &error) { saySettlingFailed(session, error); });
}

void ServerActions::show(const ServerId &id)
{
    m_parts.directory->refresh(); // another window may have changed or removed it
    if (id == allServersId()) {
        showAll();
        return;
    }
    if (!m_parts.directory->find(id))
        return;
    m_scope->set(id);
    openOrRefresh(id);
}

void ServerActions::showAll()
{
    const auto entries = m_parts.directory->entries();
    if (entries.size() < SeveralServers)
        return;
    // Before the window is on them, so that it does not say of each that it was not opened.
    for (const ServerEntry &entry : entries) {
        // A connection of this run is opened by what asked for it.
        if (entry.isProfile() || m_context->sessions->find(entry.id()))
            openOrRefresh(entry.id());
    }
    m_scope->set(allServersId());
}

/// Asks nobody: a session that needs a person only says so by its state.
void ServerActions::openOrRefresh(const ServerId &id)
{
    Session *session = m_context->sessions->find(id);
    if (!session)
        m_context->sessions->open(id);
    else if (!session->isStarted())
        session->open();
    else if (!session->isReading())
        session->refresh();
}

void ServerActions::add()
{
    m_form.add(m_parts.directory->freshProfile());
}

void ServerActions::connected(const ServerId &id)
{
    m_context->sessions->open(id, m_form.take());
    m_scope->set(id);
}

void ServerActions::keepConnection(const ServerId &id)
{
    const auto entry = m_parts.directory->find(id);
    const Session *session = m_context->sessions->find(id);
    if (!entry || entry->kind != ServerEntry::Kind::CommandLine || !session)
        return;
    StoredCredential inUse;
    if (session->given())
        inUse.value = session->given()->credential.secret.clone();
    m_form.keepConnection(entry->profile, std::move(inUse));
}

void ServerActions::duplicate(const ServerId &id)
{
    if (const auto entry = m_parts.directory->find(id))
        m_form.add(m_parts.directory->copyOf(entry->profile));
}

void ServerActions::removed(const ServerId &id)
{
    m_context->window->messageBar()->dismissAllOf(id.toString());
    if (!m_scope->isOn(id))
        return;
    const auto rest = m_parts.directory->entries();
    if (rest.isEmpty())
        m_scope->set(std::nullopt);
    else
        show(rest.first().id());
}

void ServerActions::leaveRemoved()
{
    const auto server = m_scope->server(); // a copy: removed() sets another one
    const auto entries = m_parts.directory->entries();
    if (server && !m_parts.directory->find(*server))
        removed(*server);
    else if (m_scope->isAll() && entries.isEmpty())
        m_scope->set(std::nullopt);
    else if (m_scope->isAll() && entries.size() < SeveralServers)
        show(entries.first().id());
}

void ServerActions::goOn()
{
    if (Session *session = m_context->opened())
        session->goOn(this);
}

void ServerActions::goOn(const ServerId &id)
{
    Session *session = m_context->sessions->find(id);
    if (session)
        session->goOn(this);
    else if (m_parts.directory->find(id))
        m_context->sessions->open(id);
}

void ServerActions::signInToCurrent()
{
    if (m_scope->server())
        askToSignIn(*m_scope->server());
}

void ServerActions::askAboutCertificate(const CertificateQuestion &question, QObject *context,
                                        std::function<void(CertificateAnswer)> then)
{
    // The form asks too: then the question opens over it.
    QWidget *modal = QApplication::activeModalWidget();
    QWidget *above = modal ? modal : m_parts.window;
    const UtcMs now = m_parts.clock->now();
    if (question.known) {
        ask(new ChangedCertificateDialog({question.server, *question.known, question.shown,
                                          question.trustedAt, now, question.keepInKeychain},
                                         above),
            context, then);
        return;
    }
    auto *dialog =
        new CertificateDialog({question.server, question.endpoint, question.shown, now}, above);
    connect(dialog, &CertificateDialog::caFileRequested, context,
            [then] { then(CertificateAnswer::GiveCaFile); });
    ask(dialog, context, then);
}

void ServerActions::askToUnlock(QObject *context, KeychainHandler<void> then)
{
    m_unlocking = context;
    m_parts.vault->unlock(context, std::move(then));
}

void ServerActions::stopUnlocking()
{
    if (m_unlocking)
        m_parts.vault->cancelUnlock(m_unlocking);
}

void ServerActions::askToSignIn(const ServerId &id)
{
    const auto entry = m_parts.directory->find(id);
    const Session *session = m_context->sessions->find(id);
    if (!entry || !session)
        return;
    const auto &error = session->isStarted() ? session->listError() : session->openError();
    if (session->keychainFailure() || (entry->isProfile() && session->lacksCredential()))
        m_form.signInTo(id, whySignIn(*session));
    else
        askPast(*entry, error);
}

void ServerActions::askPast(const ServerEntry &entry, const std::optional<ApiError> &error)
{
    const bool isCaFile = error && error->kind == ApiError::Kind::BadCaFile;
    const QString why =
        isCaFile ? sentenceFor(*error, Operation::Connect, entry.profile.name).plain() : QString();
    if (!entry.isProfile())
        m_form.add(entry.kind == ServerEntry::Kind::Demo
                       ? m_parts.directory->freshProfile(entry.profile.name)
                       : entry.profile,
                   why);
    else if (isCaFile)
        m_form.askForCaFile(entry.id(), why);
    else
        m_form.edit(entry.id());
}

void ServerActions::askForCaFile(const ServerId &id)
{
    m_form.askForCaFile(id);
}

void ServerActions::settled(const ServerProfile &profile)
{
    const ServerId id(profile.id);
    const Session *session = m_context->sessions->find(id);
    const bool isTrustNew = session && session->entry().profile.trust != profile.trust;
    // The session's profile is as old as the session: another window may have changed it since.
    m_parts.directory->refresh();
    auto entry = m_parts.directory->find(id);
    if (!entry)
        return;
    if (isTrustNew && entry->profile.endpoint == profile.endpoint) {
        entry->profile.trust = profile.trust;
        told(m_parts.directory->keep(entry->profile));
    }
    m_context->sessions->open(id);
}

void ServerActions::saySettlingFailed(Session *session, const ApiError &error)
{
    const WayOn way = wayOn(error);
    if (way == WayOn::Certificate)
        return; // a person refused the certificate; the bar over the list says that it changed
    const ErrorSentence why = sentenceFor(error, Operation::Connect, session->name());
    const auto goOn = [this, way, error, guard = QPointer(session)] {
        if (guard && way == WayOn::TryAgain)
            guard->settleCertificate(this);
        else if (guard)
            askPast(guard->entry(), error);
    };
    Message message{.id = QLatin1String(SettleBarId),
                    .server = session->key(),
                    .severity = Severity::Bad,
                    .lead = why.cause,
                    .text = why.advice,
                    .actions = {MessageAction(wayOnWord(way), goOn)}};
    if (m_context->directory->entries().size() > 1)
        message = namingServer(std::move(message), session->name());
    m_context->window->messageBar()->show(message);
}

void ServerActions::clearCredentials()
{
    // A dialog may wait for Central, or hold the only copy of a token's value: clear after it.
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        m_isLocked = true;
        // Queued: while the dialog is being destroyed its session must stay.
        connect(
            dialog, &QObject::destroyed, this,
            [this] {
                if (m_isLocked)
                    clearCredentials();
            },
            Qt::QueuedConnection);
        return;
    }
    m_context->sessions->clearCredentials();
}

void ServerActions::openAgain()
{
    m_isLocked = false;
    m_context->sessions->openCleared();
}

void ServerActions::told(const ProfileStore::Outcome &outcome)
{
    if (!outcome)
        tell(outcome.error());
}

void ServerActions::tell(const QString &sentence)
{
    // An id for each sentence, so that no message replaces another one.
    m_context->window->messageBar()->show(
        {.id = u"servers: "_s + sentence, .severity = Severity::Caution, .lead = sentence});
}

void ServerActions::tellOfFile(const QString &problem)
{
    const QStringList lost = m_parts.directory->lostNames();
    if (lost.isEmpty()) {
        tell(problem);
        return;
    }
    const auto restore = [this] {
        m_context->window->messageBar()->dismiss(QLatin1String(LostServersBarId), {});
        told(m_parts.directory->restoreLost());
        if (!m_scope->server() && !m_parts.directory->entries().isEmpty())
            show(m_parts.directory->entries().constFirst().id());
    };
    m_context->window->messageBar()->show(
        {.id = QLatin1String(LostServersBarId),
         .severity = Severity::Caution,
         .lead = problem,
         .text = tr("The last good copy of it has these servers: %1.")
                     .arg(shownText(lost.join(", "_L1), 200)),
         .actions = {{tr("Use the copy"), restore, {}, true}}});
}

void ServerActions::showEvent(const ServerEvent &event)
{
    const QString text = serverEventText(event);
    if (!event.isOfSignIn()) {
        tell(text);
        return;
    }
    m_context->window->messageBar()->show({.id = QLatin1String(SignInBarId),
                                           .server = event.server.toString(),
                                           .severity = Severity::Caution,
                                           .lead = text});
}

void ServerActions::tellRows()
{
    QList<ServerRow> rows;
    const auto entries = m_parts.directory->entries();
    if (entries.size() >= SeveralServers)
        rows.append({.id = allServersId(),
                     .name = tr("All servers"),
                     .isProfile = false,
                     .symbol = u"servers"_s,
                     .isStateKnown = true});
    for (const ServerEntry &entry : entries)
        rows.append(rowOf(entry, m_context->sessions->find(entry.id())));
    m_context->window->setServers(rows, m_scope->shown());
}

} // namespace rox
