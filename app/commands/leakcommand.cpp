// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/leakcommand.h"

#include "app/commands/leakcheck.h"
#include "app/commands/revokecommand.h"
#include "app/servers/session.h"
#include "models/history/historystore.h"
#include "ui/review/leakcheckquestion.h"
#include "ui/review/leakcheckresult.h"
#include "ui/review/leakdialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/text/times.h"

#include <algorithm>
#include <utility>

namespace rox {

namespace {

using Revoking = LeakServer::Revoking;

Revoking revokingOn(const Session &session)
{
    switch (session.state()) {
    case Session::State::Closed:
    case Session::State::NeedsUnlock:
    case Session::State::NeedsKeychain:
    case Session::State::NeedsSignIn:
        return Revoking::NeedsSignIn;
    case Session::State::Opening:
    case Session::State::NeedsCertificate:
    case Session::State::NeedsEdit:
    case Session::State::Offline:
        return Revoking::Unreachable;
    case Session::State::Live:
        break;
    }
    if (session.permissions() && !session.permissions()->mayRevoke())
        return Revoking::Forbidden;
    return Revoking::Possible;
}

} // namespace

LeakCommand::LeakCommand(CommandContext *context, const Clock *clock, RevokeCommand *revoke,
                         HistoryStore *history, QObject *parent)
    : Command(context, parent)
    , m_context(context)
    , m_clock(clock)
    , m_revoke(revoke)
    , m_history(history)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_dialog)
            m_dialog->lookUpAgain();
        if (m_dialog && std::exchange(m_asksHistory, false))
            lookUpRemembered();
    });
    connect(window(), &MainWindow::leakGiven, this,
            [this](const std::shared_ptr<const Secret> &text) { find(*text); });
}

void LeakCommand::run()
{
    open();
}

void LeakCommand::find(const Secret &text)
{
    open()->scanText(text.clone());
}

LeakDialog *LeakCommand::open()
{
    if (m_dialog && m_dialog->isVisible())
        return m_dialog;
    auto *dialog = new LeakDialog([this] { return servers(); }, m_clock, window());
    m_dialog = dialog;
    m_check = nullptr; // of a dialog that is closing
    m_result = nullptr;
    m_checksAgain = false;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LeakDialog::revokeRequested, this, &LeakCommand::revoke);
    connect(dialog, &LeakDialog::signInRequested, this, [this](const QString &key) {
        if (const auto id = ServerId::parse(key))
            Q_EMIT signInRequested(*id);
    });
    connect(dialog, &LeakDialog::checkRequested, this, &LeakCommand::askToCheck);
    connect(dialog, &LeakDialog::cleared, this, &LeakCommand::endCheck);
    connect(dialog, &LeakDialog::lookedThrough, this, &LeakCommand::lookUpRemembered);
    follow();
    dialog->open();
    return dialog;
}

QList<LeakServer> LeakCommand::servers() const
{
    QList<LeakServer> all;
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries) {
        LeakServer server;
        server.key = entry.id().toString();
        server.name = entry.profile.name;
        server.address = entry.profile.endpoint.display();
        server.colorName = entry.profile.colorName;
        server.isOpen = m_context->scope->isOn(entry.id());
        if (const Session *session = m_context->sessions->find(entry.id())) {
            server.revoking = revokingOn(*session);
            server.isUpToDate = session->standing() == Standing::Connected && !session->listError();
            server.tokens = &session->tokens();
        } else {
            server.revoking = Revoking::NeedsSignIn;
        }
        all.append(server);
    }
    return all;
}

/// Looks the tokens up again whenever a session learns something, until the dialog is closed.
void LeakCommand::follow()
{
    if (!m_dialog)
        return;
    delete m_following;
    auto *context = new QObject(m_dialog);
    m_following = context;
    const auto soon = [this] { m_soon.start(); };
    connect(m_context->sessions, &SessionPool::changed, context, [this] {
        follow();
        m_soon.start();
    });
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries) {
        const Session *session = m_context->sessions->find(entry.id());
        if (!session)
            continue;
        connect(session, &Session::listRead, context, soon);
        connect(session, &Session::factAdded, context, soon);
        connect(session, &Session::factsChanged, context, soon);
        connect(session, &Session::standingChanged, context, soon);
        connect(session, &Session::openingChanged, context, soon);
        connect(session, &Session::historyChanged, context, [this] {
            m_asksHistory = true;
            m_soon.start();
        });
    }
}

void LeakCommand::lookUpRemembered()
{
    const QStringList ids = m_dialog ? m_dialog->idsFound() : QStringList();
    if (ids.isEmpty())
        return;
    m_history->find(ids, m_dialog, [this, ids](const QList<RememberedTokens> &remembered) {
        if (m_dialog && m_dialog->idsFound() == ids) // else another text is looked through
            m_dialog->setRemembered(remembered);
    });
}

void LeakCommand::revoke(const QList<LeakedToken> &tokens)
{
    QList<Batch> batches;
    for (const LeakedToken &one : tokens) {
        const auto same = std::find_if(batches.begin(), batches.end(), [&](const Batch &batch) {
            return batch.key == one.server.key;
        });
        if (same == batches.end())
            batches.append({one.server.key, one.server.name, {one.token}});
        else
            same->tokens.append(one.token);
    }
    revokeNext(std::move(batches));
}

/// Asks about the first server, and about the next once that dialog is closed. A question that is
/// cancelled ends this.
void LeakCommand::revokeNext(QList<Batch> batches)
{
    while (m_dialog && !batches.isEmpty()) {
        const Batch batch = batches.takeFirst();
        QWidget *over = m_result ? static_cast<QWidget *>(m_result) : m_dialog;
        RevokeDialog *asked = m_revoke->runFor(m_context->sessions->withKey(batch.key),
                                               batch.server, batch.tokens, over);
        if (!asked)
            continue; // the window says why
        const auto isConfirmed = std::make_shared<bool>(false);
        connect(asked, &RevokeDialog::revokeRequested, m_dialog,
                [isConfirmed] { *isConfirmed = true; });
        // Queued, because the question is also destroyed by ~LeakDialog().
        connect(
            asked, &QObject::destroyed, m_dialog,
            [this, isConfirmed, batches] {
                if (*isConfirmed)
                    revokeNext(batches);
                else
                    checkAfterRevoke();
            },
            Qt::QueuedConnection);
        return;
    }
    checkAfterRevoke();
}

void LeakCommand::askToCheck(const QList<LeakedToken> &tokens)
{
    auto *question = new LeakCheckQuestion(tokens, m_dialog);
    connect(question, &LeakCheckQuestion::confirmed, this, [this, tokens](bool again) {
        m_checksAgain = again;
        check(tokens);
    });
    question->open();
}

void LeakCommand::check(const QList<LeakedToken> &tokens)
{
    if (!m_dialog)
        return;
    if (!m_check) {
        m_check = new LeakCheck(m_clock, {}, m_dialog);
        connect(m_check, &LeakCheck::changed, this, &LeakCommand::showVerdicts);
    }
    std::vector<LeakCheck::Ask> asks;
    for (const LeakedToken &one : tokens)
        asks.push_back(
            {one, m_context->sessions->withKey(one.server.key), m_dialog->valueOf(one.token.id)});
    if (!asks.empty())
        m_check->start(std::move(asks));
}

/// Tokens that a Central accepted, or listed as active, and that were revoked since.
void LeakCommand::checkAfterRevoke()
{
    if (!m_dialog || !m_check || !m_checksAgain)
        return;
    m_dialog->lookUpAgain();
    QList<LeakedToken> revoked;
    for (const LeakVerdict &verdict : m_check->verdicts()) {
        if (verdict.answer == LeakVerdict::Answer::None
            || verdict.meaning() == LeakVerdict::Meaning::RefusedAndRevoked)
            continue;
        for (const LeakedToken &row : m_dialog->tokens()) {
            if (row.token.id == verdict.token.token.id && row.revokedAt != NoTime
                && row.revokedAt >= verdict.answeredAt)
                revoked.append(row);
        }
    }
    check(revoked);
}

void LeakCommand::showVerdicts()
{
    if (!m_dialog || !m_check)
        return;
    const bool isNew = !m_result;
    if (isNew) {
        m_result = new LeakCheckResult(m_dialog);
        m_result->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_result, &LeakCheckResult::revokeRequested, this, &LeakCommand::revoke);
        connect(m_result, &LeakCheckResult::checkRequested, this, [this] {
            QList<LeakedToken> tokens;
            for (const LeakVerdict &verdict : m_check->verdicts())
                tokens.append(verdict.token);
            check(tokens);
        });
    }
    m_result->showVerdicts(m_check->verdicts(), m_check->isRunning());
    if (isNew)
        m_result->open();
    if (m_check->sentAt() != NoTime)
        m_dialog->setSent(tr("Values were sent at %1, each to the Central that lists it.")
                              .arg(clockSeconds(m_check->sentAt())));
}

/// The values are gone from the dialog: those under way go too.
void LeakCommand::endCheck()
{
    delete m_check;
    if (m_result)
        m_result->close();
    m_checksAgain = false;
}

} // namespace rox
