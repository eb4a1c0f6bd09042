// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokecommand.h"

#include "app/revocation.h"
#include "app/session.h"
#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/revokedialog.h"
#include "ui/parts/messagebar.h"
#include "ui/readingonly.h"

#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

const QString MessageId = u"revoke"_s;
constexpr int NameLength = 80; ///< of a name within a sentence, in characters

QString nameOf(const RevokeListModel &model, const QString &id)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.tokenAt(row).id == id)
            return shownText(model.tokenAt(row).name, NameLength);
    }
    return shownText(id, NameLength);
}

} // namespace

RevokeCommand::RevokeCommand(Workplace *place, QObject *parent)
    : Command(place, parent)
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
             .text = tr("Go back to %1 to revoke there.").arg(shownText(server, NameLength))});
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
    for (const Token &token : asked) {
        if (!known.isRevoked(token.id))
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
    openDialog(session, std::move(tokens));
}

void RevokeCommand::openDialog(Session *session, QList<Token> tokens)
{
    auto *model = new RevokeListModel;
    model->setTokens(std::move(tokens), session->signedInTokenId());
    auto *dialog = new RevokeDialog(session->facts(), model, session->clock(), window());
    m_dialog = dialog;
    model->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *revocation = new Revocation(session, model, dialog);
    connectDialog({session, session->name(), dialog, model, revocation});
    // A question about a server that was left has no answer; what is being revoked has a result.
    connect(session, &Session::retired, dialog, [dialog] {
        if (dialog->stage() == RevokeDialog::Stage::Question)
            dialog->deleteLater();
    });
    dialog->open();
}

void RevokeCommand::connectDialog(const Run &run)
{
    RevokeDialog *dialog = run.dialog;
    connect(dialog, &RevokeDialog::revokeRequested, this, [=, this](bool withSignedIn) {
        const QString own = run.session ? run.session->signedInTokenId() : QString();
        for (const QString &id : run.model->ids(State::Asked)) {
            const bool keep = !withSignedIn && id == own;
            run.model->setState(id, keep ? State::Kept : State::Waiting);
        }
        start(run);
    });
    connect(dialog, &RevokeDialog::stopRequested, run.revocation, &Revocation::stop);
    connect(dialog, &RevokeDialog::retryRequested, this, [=, this] {
        run.model->keepUnfinished();
        start(run);
    });
    connect(run.revocation, &Revocation::finished, this, [=, this] { finish(run); });
}

void RevokeCommand::start(const Run &run)
{
    window()->messageBar()->dismiss(MessageId, run.session ? run.session->key() : QString());
    run.dialog->setStage(run.model->ids(State::Waiting).isEmpty() ? RevokeDialog::Stage::Result
                                                                  : RevokeDialog::Stage::Running);
    run.revocation->start();
}

void RevokeCommand::finish(const Run &run)
{
    if (run.session) {
        run.session->noteRevoked(run.model->ids(State::Revoked));
        run.session->noteGone(run.model->ids(State::AlreadyGone));
    }
    run.model->putFailuresFirst();
    run.dialog->setStage(RevokeDialog::Stage::Result);
    const QStringList unfinished = run.model->ids(State::Failed) + run.model->ids(State::Unknown)
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
    const QStringList failed = run.model->ids(State::Failed);
    const QStringList unknown = run.model->ids(State::Unknown);
    // The bar over the list says what became of the token in use.
    if (run.session && run.session->standing() == Standing::OwnTokenRevoked && failed.isEmpty()
        && unknown.isEmpty())
        return;
    Message message;
    if (!failed.isEmpty())
        message = failedMessage(*run.model, failed);
    else if (!unknown.isEmpty())
        message = unknownMessage(*run.model, unknown);
    else if (run.model->count(State::Revoked) + run.model->count(State::AlreadyGone) > 0)
        message = doneMessage(*run.model);
    else
        return;
    if (!run.session || run.session->isRetired()) {
        message.actions.clear();
        if (!failed.isEmpty() || !unknown.isEmpty())
            message.text =
                tr("Go back to %1 to revoke there.").arg(shownText(run.server, NameLength));
    }
    for (MessageAction &retry : message.actions)
        retry.run = [this, run = run.session, key = run.session->key(), server = run.server,
                     ids = failed + unknown] { runFor(sessionOn(key, run), server, ids); };
    say(run.session, run.server, message);
    if (!unknown.isEmpty() && run.session)
        run.session->refresh();
}

Message RevokeCommand::failedMessage(const RevokeListModel &model, const QStringList &failed)
{
    const QString first = nameOf(model, failed.constFirst());
    return {.id = MessageId,
            .severity = Severity::Bad,
            .lead = tr("%1 of %Ln token(s) not revoked:", nullptr, model.rowCount())
                        .arg(QLocale().toString(failed.size())),
            .text = tr("%1. They stay selected for another try.")
                        .arg(failed.size() == 1 ? first : tr("%1 and others").arg(first)),
            .actions = {tr("Retry failed…")}};
}

Message RevokeCommand::unknownMessage(const RevokeListModel &model, const QStringList &unknown)
{
    return {.id = MessageId,
            .severity = Severity::Caution,
            .symbol = u"unknown"_s,
            .lead = unknown.size() == 1 ? tr("Unknown: %1 may or may not be revoked.")
                                              .arg(nameOf(model, unknown.constFirst()))
                                        : tr("Unknown: %Ln token(s) may or may not be revoked.",
                                             nullptr, int(unknown.size())),
            .text =
                tr("The connection broke before Central answered. The list is being read again."),
            .actions = {tr("Retry failed…")}};
}

Message RevokeCommand::doneMessage(const RevokeListModel &model)
{
    const int done = model.count(State::Revoked) + model.count(State::AlreadyGone);
    return {.id = MessageId,
            .severity = Severity::Success,
            .lead = model.rowCount() == 1
                        ? tr("%1 is revoked.").arg(nameOf(model, model.tokenAt(0).id))
                        : tr("%Ln token(s) revoked.", nullptr, done),
            .text = tr("Central refuses it from now on.", nullptr, done)};
}

} // namespace rox
