// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokecommand.h"

#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/revokejob.h"
#include "app/tokens/tokenwrites.h"
#include "models/revoke/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/tokeneventtext.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/offlinemessages.h"

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

const QString MessageId = u"revoke"_s;

/// The tokens of this name that are not revoked, by the latest list of the session.
RevokeListModel::NameCount nameCount(Session *session)
{
    return [on = QPointer(session)](const QString &name) {
        const TokenTablePtr table = on ? on->table() : nullptr;
        if (!table)
            return 0;
        const QByteArray utf8 = name.toUtf8();
        const std::string_view wanted(utf8.constData(), std::size_t(utf8.size()));
        int count = 0;
        for (TokenTable::Row row = 0; row < table->size(); ++row)
            count += table->nameUtf8(row) == wanted && !table->revoked(row) ? 1 : 0;
        return count;
    };
}

} // namespace

RevokeCommand::RevokeCommand(CommandContext *context, TokenWrites *writes, QObject *parent)
    : Command(context, parent)
    , m_writes(writes)
{
    connect(writes, &TokenWrites::revokesListed, this, &RevokeCommand::takeListed);
}

void RevokeCommand::run()
{
    if (session())
        runFor(session(), session()->name(), window()->selectedIds());
}

RevokeDialog *RevokeCommand::runFor(Session *session, const QString &server, const QStringList &ids)
{
    QList<Token> tokens;
    tokens.reserve(ids.size());
    for (const QString &id : ids) {
        Token token;
        token.id = token.name = id;
        tokens.append(token);
    }
    return runFor(session, server, tokens);
}

RevokeDialog *RevokeCommand::runFor(Session *session, const QString &server,
                                    const QList<Token> &asked, QWidget *over)
{
    if (m_dialog)
        return nullptr;
    if (!session || session->isRetired()) {
        say({}, server,
            {.id = MessageId,
             .severity = Severity::Caution,
             .lead = tr("Not revoked."),
             .text = tr("Go back to %1 to revoke there.").arg(shownName(server))});
        return nullptr;
    }
    const Standing standing = session->standing();
    if (standing == Standing::OwnTokenRevoked || standing == Standing::CredentialRefused) {
        say(session->key(), server,
            {.id = u"notrevoked"_s, // does not replace the message about earlier failures
             .severity = Severity::Caution,
             .lead = tr("Not revoked."),
             .text = offlineReason(standing, server)});
        return nullptr;
    }
    const KnownTokens &known = session->tokens();
    QList<Token> tokens;
    int revokedAlready = 0;
    for (const Token &token : asked) {
        if (known.isRevoked(token.id))
            ++revokedAlready;
        else
            tokens.append(known.token(token.id).value_or(token));
    }
    if (tokens.isEmpty()) {
        say(session->key(), server,
            {.id = u"nothingtorevoke"_s, // as above
             .severity = Severity::Info,
             .lead = tr("Nothing to revoke."),
             .text =
                 tr("The %Ln selected token(s) are revoked already.", nullptr, int(asked.size()))});
        return nullptr;
    }
    return openDialog(session, std::move(tokens), revokedAlready, over ? over : window());
}

RevokeDialog *RevokeCommand::openDialog(Session *session, QList<Token> tokens, int revokedAlready,
                                        QWidget *over)
{
    auto *model = new RevokeListModel;
    model->setTokens(std::move(tokens), session->signedInTokenId());
    model->setRevokedAlready(revokedAlready);
    model->setNameCount(nameCount(session));
    // A copy of the clock, because the dialog may outlive the session.
    auto clock = std::make_shared<const CentralClock>(*session->centralClock());
    auto *dialog = new RevokeDialog(factsOf(*session), model, clock.get(), over);
    connect(dialog, &QObject::destroyed, [clock = std::move(clock)] {});
    m_dialog = dialog;
    model->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *job = new RevokeJob(m_writes, session, dialog);
    m_job = job;
    const Run run{session, session->key(), session->address(), session->name(), dialog, model, job};
    connectDialog(run);
    connectJob(run);
    // The first question goes with its server; a dialog with results stays.
    connect(session, &Session::retired, dialog, [dialog, model, server = session->name()] {
        dialog->refuseMore(tr("Go back to %1 to revoke there.").arg(shownName(server)));
        if (model->isFirstQuestion())
            dialog->deleteLater();
    });
    dialog->open();
    return dialog;
}

void RevokeCommand::connectDialog(const Run &run)
{
    connect(run.dialog, &RevokeDialog::revokeRequested, this, [=, this](bool withSignedIn) {
        run.model->begin(withSignedIn);
        start(run);
    });
    connect(run.dialog, &RevokeDialog::stopRequested, run.job, &RevokeJob::stop);
    connect(run.job, &RevokeJob::finished, this, [=, this] { finish(run); });
}

/// The model shows what the job does.
void RevokeCommand::connectJob(const Run &run)
{
    RevokeListModel *model = run.model;
    connect(run.job, &RevokeJob::asked, model, [model](const QString &id, UtcMs askedAt) {
        model->setState(id, State::Asking, {}, {}, askedAt);
    });
    connect(run.job, &RevokeJob::answered, model,
            [model, server = run.server](const RevokeEvent &event) {
                const RevokeVerdict &verdict = event.verdict;
                model->setVerdict(event.token.id, verdict, revokeSentence(verdict, server),
                                  verdict.isDone() ? QString() : technicalDetails(verdict.error));
            });
    connect(run.job, &RevokeJob::listed, model,
            [model, server = run.server](const RevokeEvent &event) {
                const QString &id = event.token.id;
                if (event.verdict.isDone() && model->isUnknown(id))
                    model->setVerdict(id, event.verdict, revokeSentence(event.verdict, server), {});
            });
    connect(run.job, &RevokeJob::requeued, model,
            [model](const QString &id) { model->setState(id, State::Waiting); });
    connect(run.job, &RevokeJob::stopped, model, [model](const QStringList &ids) {
        for (const QString &id : ids)
            model->setState(id, State::Stopped);
    });
    connect(run.job, &RevokeJob::pausedFor, model, &RevokeListModel::setPauseSeconds);
}

void RevokeCommand::start(const Run &run)
{
    window()->messageBar()->dismiss(MessageId, run.key);
    const QList<Token> waiting = run.model->tokens(State::Waiting);
    run.dialog->setStage(waiting.isEmpty() ? RevokeDialog::Stage::Result
                                           : RevokeDialog::Stage::Running);
    run.job->start(waiting);
}

void RevokeCommand::finish(const Run &run)
{
    const bool isShown = run.session && run.session == session();
    run.model->setStaysSelected(isShown);
    run.dialog->setStage(RevokeDialog::Stage::Result);
    const QStringList unfinished = run.model->ids(State::Failed) + run.model->ids(State::NotSent)
                                   + run.model->ids(State::Unknown)
                                   + run.model->ids(State::Stopped);
    if (!unfinished.isEmpty() && isShown)
        window()->selectIds(unfinished);
    report(run, isShown);
    // One token, revoked: nothing is left to read in the dialog.
    if (run.model->rowCount() == 1 && unfinished.isEmpty())
        run.dialog->accept();
}

void RevokeCommand::report(const Run &run, bool isSelected)
{
    RevokeSummary summary = run.job->summary();
    const auto before = m_reports.constFind(run.key);
    const bool hasBefore = before != m_reports.cend() && before->address == run.address;
    if (summary.isEmpty()) { // stopped before the first request: the report before still counts
        if (hasBefore && before->summary.isOpen())
            showReport(run.key);
        return;
    }
    if (hasBefore)
        summary.keepUnknown(before->summary);
    m_reports.insert(run.key, {summary, run.session, run.address, run.server, isSelected});
    // The message about the revoked token in use says as much.
    if (!summary.isOpen() && run.session && run.session->standing() == Standing::OwnTokenRevoked)
        return;
    showReport(run.key);
}

void RevokeCommand::takeListed(const QString &key, const QList<RevokeEvent> &events)
{
    const auto report = m_reports.find(key);
    if (report == m_reports.end())
        return;
    bool isNews = false;
    for (const RevokeEvent &event : events) {
        if (!report->summary.contains(event.token.id))
            continue;
        report->summary.take(event);
        isNews = true;
    }
    const bool isRunning = m_job && m_job->isRunning() && m_job->server() == key;
    if (isNews && !isRunning) // else finish() reports it
        showReport(key);
}

/// The session that its tokens can be revoked on; null: none, or on another Central.
Session *RevokeCommand::sessionOf(const QString &key) const
{
    const Reported reported = m_reports.value(key);
    Session *on = sessionOn(key, reported.address, reported.session);
    return on && !on->isRetired() ? on : nullptr;
}

void RevokeCommand::showReport(const QString &key)
{
    const Reported &reported = m_reports[key];
    if (reported.summary.isEmpty())
        return;
    EventText text = textOf(reported.summary, reported.server, reported.isSelected);
    Message message{.id = MessageId, .severity = Severity::Success};
    const bool isFailed = reported.summary.count(RevokeSummary::State::NotRevoked)
                              + reported.summary.count(RevokeSummary::State::NotSent)
                          > 0;
    if (reported.summary.isOpen())
        message.severity = isFailed ? Severity::Bad : Severity::Caution;
    if (message.severity == Severity::Caution)
        message.symbol = u"unknown"_s;
    if (sessionOf(key))
        message.actions = actionsOf(key);
    else if (reported.summary.isOpen())
        text.text = tr("Go back to %1 to revoke there.").arg(shownName(reported.server));
    message.lead = text.lead;
    message.text = text.text;
    say(key, reported.server, message);
}

QList<MessageAction> RevokeCommand::actionsOf(const QString &key)
{
    const Reported &reported = m_reports[key];
    const RevokeSummary &summary = reported.summary;
    const auto retry = [this, key] {
        const Reported &asked = m_reports[key];
        runFor(sessionOf(key), asked.server, asked.summary.retryIds());
    };
    const bool isUnknown = summary.count(RevokeSummary::State::Unknown) > 0;
    const bool isProven = summary.count(RevokeSummary::State::NotRevoked)
                              + summary.count(RevokeSummary::State::NotSent)
                          > 0;
    QList<MessageAction> actions;
    if (isUnknown)
        actions.append(MessageAction(tr("Look again"), [this, key, retry] {
            if (Session *on = sessionOf(key))
                on->refresh();
            else
                retry();
        }));
    if (summary.isOpen())
        actions.append(MessageAction(isProven ? tr("Retry failed…") : tr("Revoke again…"), retry));
    return actions;
}

} // namespace rox
