// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokecommand.h"

#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/mergedtokens.h"
#include "app/tokens/revokejob.h"
#include "app/tokens/tokenwrites.h"
#include "models/revoke/revokelistmodel.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/tokeneventtext.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/offlinemessages.h"

#include <algorithm>
#include <map>

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
    if (context().scope->isAll())
        runForAll();
    else if (session())
        runFor(session(), session()->name(), window()->selectedIds());
}

/// Each token is revoked on the server that its row is from, with the credential of that server.
void RevokeCommand::runForAll()
{
    if (m_dialog)
        return;
    const TokenTablePtr table = model()->table();
    const auto rows = table->find(window()->selectedIds());
    std::map<int, std::pair<Session *, QList<Token>>> asked; // by place of the server
    for (const TokenTable::Row row : rows) {
        Session *session = context().all->sessionOf(table->part(row));
        if (!session || !isOfNow(*session))
            continue; // the action is off while such a row is selected
        auto &[of, tokens] = asked[model()->knowledge().ofRow(*table, row).server.place];
        of = session;
        tokens.append(table->token(row));
    }
    QList<Target> targets;
    for (const auto &[place, of] : asked) {
        const Target target = targetOf(of.first, of.second);
        if (!target.tokens.isEmpty())
            targets.append(target);
    }
    if (targets.isEmpty())
        sayNothingToRevoke({}, {}, qsizetype(rows.size()));
    else
        openDialog(targets, window());
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
    const Target target = targetOf(session, asked);
    if (target.tokens.isEmpty()) {
        sayNothingToRevoke(session->key(), server, asked.size());
        return nullptr;
    }
    return openDialog({target}, over ? over : window());
}

RevokeCommand::Target RevokeCommand::targetOf(Session *session, const QList<Token> &asked)
{
    const KnownTokens &known = session->tokens();
    Target target{session, {}};
    for (const Token &token : asked) {
        if (known.isRevoked(token.id))
            ++target.revokedAlready;
        else
            target.tokens.append(known.token(token.id).value_or(token));
    }
    return target;
}

void RevokeCommand::sayNothingToRevoke(const QString &key, const QString &server, qsizetype asked)
{
    Message message{
        .id = u"nothingtorevoke"_s, // does not replace the message about earlier failures
        .severity = Severity::Info,
        .lead = tr("Nothing to revoke."),
        .text = tr("The %Ln selected token(s) are revoked already.", nullptr, int(asked))};
    if (key.isEmpty())
        window()->messageBar()->show(message);
    else
        say(key, server, message);
}

RevokeDialog *RevokeCommand::openDialog(const QList<Target> &targets, QWidget *over)
{
    auto *model = new RevokeListModel;
    QList<std::pair<RevokeServer, QList<Token>>> servers;
    int revokedAlready = 0;
    for (const Target &target : targets) {
        const Session &session = *target.session;
        revokedAlready += target.revokedAlready;
        const RevokeServer server{.name = session.name(),
                                  .address = session.address(),
                                  .colorName = session.entry().profile.colorName,
                                  .signedInId = session.signedInTokenId(),
                                  .nameCount = nameCount(target.session)};
        servers.append(std::pair(server, target.tokens));
    }
    model->setTokens(servers);
    model->setRevokedAlready(revokedAlready);
    Session *first = targets.constFirst().session;
    // A copy of the clock, because the dialog may outlive the session.
    auto clock = std::make_shared<const CentralClock>(*first->centralClock());
    auto *dialog = new RevokeDialog(factsOf(*first), model, clock.get(), over);
    connect(dialog, &QObject::destroyed, [clock = std::move(clock)] {});
    m_dialog = dialog;
    m_jobs.clear();
    model->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Runs runs;
    for (const Target &target : targets) {
        Session *session = target.session;
        auto *job = new RevokeJob(m_writes, session, dialog);
        m_jobs.append(job);
        runs.append(
            {session, session->key(), session->address(), session->name(), dialog, model, job});
        connectJob(runs.constLast());
        // The first question goes with its server; a dialog with results stays.
        connect(session, &Session::retired, dialog, [dialog, model, server = session->name()] {
            dialog->refuseMore(tr("Go back to %1 to revoke there.").arg(shownName(server)));
            if (model->isFirstQuestion())
                dialog->deleteLater();
        });
    }
    connectDialog(runs);
    dialog->open();
    return dialog;
}

void RevokeCommand::connectDialog(const Runs &runs)
{
    const Run &any = runs.constFirst();
    connect(any.dialog, &RevokeDialog::revokeRequested, this,
            [this, runs, model = any.model](bool withSignedIn) {
                model->begin(withSignedIn);
                start(runs);
            });
    for (const Run &run : runs) {
        connect(run.dialog, &RevokeDialog::stopRequested, run.job, [job = run.job] {
            if (job->isRunning())
                job->stop();
        });
        connect(run.job, &RevokeJob::finished, this, [this, runs] {
            if (!m_isStarting)
                finish(runs);
        });
    }
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

void RevokeCommand::start(const Runs &runs)
{
    const Run &any = runs.constFirst();
    any.dialog->setStage(any.model->count(State::Waiting) == 0 ? RevokeDialog::Stage::Result
                                                               : RevokeDialog::Stage::Running);
    m_isStarting = true; // a job may finish at once
    for (int server = 0; server < runs.size(); ++server) {
        window()->messageBar()->dismiss(MessageId, runs.at(server).key);
        runs.at(server).job->start(any.model->tokens(State::Waiting, server));
    }
    m_isStarting = false;
    finish(runs);
}

void RevokeCommand::finish(const Runs &runs)
{
    if (std::any_of(runs.cbegin(), runs.cend(),
                    [](const Run &run) { return run.job->isRunning(); }))
        return;
    const Run &any = runs.constFirst();
    RevokeListModel *model = any.model;
    const bool isAll = context().scope->isAll();
    const bool isShown = isAll || (any.session && any.session == session());
    model->setStaysSelected(isShown);
    any.dialog->setStage(RevokeDialog::Stage::Result);
    const QStringList unfinished = model->ids(State::Failed) + model->ids(State::NotSent)
                                   + model->ids(State::Unknown) + model->ids(State::Stopped);
    if (!unfinished.isEmpty() && isShown)
        window()->selectIds(unfinished);
    for (const Run &run : runs)
        report(run, isShown);
    // One token, revoked: nothing is left to read in the dialog.
    if (model->rowCount() == 1 && unfinished.isEmpty())
        any.dialog->accept();
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
    const bool isRunning =
        std::any_of(m_jobs.cbegin(), m_jobs.cend(), [&](const QPointer<RevokeJob> &job) {
            return job && job->isRunning() && job->server() == key;
        });
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
