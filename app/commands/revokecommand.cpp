// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokecommand.h"

#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/revocation.h"
#include "models/revoke/revokelistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokedialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/readingonly.h"

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

RevokeCommand::RevokeCommand(CommandContext *context, QObject *parent)
    : Command(context, parent)
{}

void RevokeCommand::run()
{
    if (session())
        runFor(session(), session()->name(), window()->selectedIds());
}

void RevokeCommand::runFor(Session *session, const QString &server, const QStringList &ids)
{
    QList<Token> tokens;
    tokens.reserve(ids.size());
    for (const QString &id : ids) {
        Token token;
        token.id = token.name = id;
        tokens.append(token);
    }
    runFor(session, server, tokens);
}

void RevokeCommand::runFor(Session *session, const QString &server, const QList<Token> &asked)
{
    if (m_dialog)
        return;
    if (!session || session->isRetired()) {
        say(nullptr, server,
            {.id = MessageId,
             .severity = Severity::Caution,
             .lead = tr("Not revoked."),
             .text = tr("Go back to %1 to revoke there.").arg(shownName(server))});
        return;
    }
    const Standing standing = session->standing();
    if (standing == Standing::OwnTokenRevoked || standing == Standing::CredentialRefused) {
        say(session, server,
            {.id = u"notrevoked"_s, // the failures stay, for after that
             .severity = Severity::Caution,
             .lead = tr("Not revoked."),
             .text = readingOnlyReason(standing, server)});
        return;
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
        say(session, server,
            {.id = MessageId,
             .severity = Severity::Info,
             .lead = tr("Nothing to revoke."),
             .text =
                 tr("The %Ln selected token(s) are revoked already.", nullptr, int(asked.size()))});
        return;
    }
    openDialog(session, std::move(tokens), revokedAlready);
}

void RevokeCommand::openDialog(Session *session, QList<Token> tokens, int revokedAlready)
{
    auto *model = new RevokeListModel;
    model->setTokens(std::move(tokens), session->signedInTokenId());
    model->setRevokedAlready(revokedAlready);
    model->setNameCount(nameCount(session));
    auto *dialog = new RevokeDialog(factsOf(*session), model, session->clock(), window());
    m_dialog = dialog;
    model->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *revocation = new Revocation(session, model, dialog);
    connectDialog({session, session->key(), session->name(), dialog, model, revocation});
    // A question about a server that was left has no answer; what is being revoked has a result.
    connect(session, &Session::retired, dialog, [dialog, model, server = session->name()] {
        dialog->refuseMore(tr("Go back to %1 to revoke there.").arg(shownName(server)));
        if (model->isFirstQuestion())
            dialog->deleteLater();
    });
    dialog->open();
}

void RevokeCommand::connectDialog(const Run &run)
{
    RevokeDialog *dialog = run.dialog;
    connect(dialog, &RevokeDialog::revokeRequested, this, [=, this](bool withSignedIn) {
        run.model->begin(withSignedIn);
        start(run);
    });
    connect(dialog, &RevokeDialog::stopRequested, run.revocation, &Revocation::stop);
    connect(run.revocation, &Revocation::finished, this, [=, this] { finish(run); });
}

void RevokeCommand::start(const Run &run)
{
    window()->messageBar()->dismiss(MessageId, run.key);
    run.dialog->setStage(run.model->ids(State::Waiting).isEmpty() ? RevokeDialog::Stage::Result
                                                                  : RevokeDialog::Stage::Running);
    run.revocation->start();
}

void RevokeCommand::finish(const Run &run)
{
    if (run.session) {
        QStringList revoked;
        QStringList gone;
        for (const Revocation::Proven &proven : run.revocation->proven())
            (proven.isGone ? gone : revoked).append(proven.id);
        run.session->noteRevoked(revoked);
        run.session->noteGone(gone);
    }
    run.dialog->setStage(RevokeDialog::Stage::Result);
    const QStringList unfinished = run.model->ids(State::Failed) + run.model->ids(State::NotSent)
                                   + run.model->ids(State::Unknown)
                                   + run.model->ids(State::Stopped);
    if (!unfinished.isEmpty() && run.session && run.session == session())
        window()->selectIds(unfinished);
    tell(run);
    // One token, revoked: nothing is left to read in the dialog.
    if (run.model->rowCount() == 1 && unfinished.isEmpty())
        run.dialog->accept();
}

void RevokeCommand::tell(const Run &run)
{
    Reported &reported = m_reports[run.key];
    reported = {RevokeReport(*run.model), run.session, run.server};
    if (run.session)
        followOpenRevokes(run.session);
    // The bar over the list says what became of the token in use.
    if (!reported.report.isOpen() && run.session
        && run.session->standing() == Standing::OwnTokenRevoked)
        return;
    sayReport(run.key);
    // Where the token was read, the list would say the same once more: "Look again" is for later.
    if (run.session && run.revocation->hasUnread())
        run.session->refresh();
}

void RevokeCommand::followOpenRevokes(Session *session)
{
    session->openRevokes()->disconnect(this);
    connect(session->openRevokes(), &OpenRevokes::settled, this,
            [this, session](const SettledRevokes &settled) {
                m_reports[session->key()].report.take(settled, *session->table());
                sayReport(session->key());
            });
}

void RevokeCommand::sayReport(const QString &key)
{
    const Reported &reported = m_reports[key];
    if (reported.report.isEmpty())
        return;
    Message message = reported.report.message();
    message.id = MessageId;
    if (!reported.session || reported.session->isRetired()) {
        message.actions.clear();
        if (reported.report.isOpen())
            message.text = tr("Go back to %1 to revoke there.").arg(shownName(reported.server));
    }
    const auto actions = reported.report.actions();
    auto action = actions.cbegin();
    for (auto &offered : message.actions)
        offered.run = [this, key, action = *action++] { act(key, action); };
    say(reported.session, reported.server, message);
}

void RevokeCommand::act(const QString &key, RevokeReport::Action action)
{
    const Reported &reported = m_reports[key];
    Session *on = sessionOn(key, reported.session);
    if (action == RevokeReport::Action::LookAgain && on && !on->isRetired())
        on->refresh();
    else
        runFor(on, reported.server, reported.report.retryIds());
}

} // namespace rox
