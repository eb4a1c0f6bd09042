// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokecommand.h"

#include "app/revocation.h"
#include "app/session.h"
#include "app/tokenlisting.h"
#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/revokedialog.h"
#include "ui/parts/messagebar.h"

#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

const QString MessageId = u"revoke"_s;
constexpr int NameLength = 80; ///< of a name within a sentence, in characters

} // namespace

RevokeCommand::RevokeCommand(Workplace *place, QObject *parent)
    : Command(place, parent)
{
    connect(window()->messageBar(), &MessageBar::actionChosen, this, [this](const QString &id) {
        if (id == MessageId)
            runFor(m_unfinished);
    });
}

void RevokeCommand::run()
{
    runFor(window()->selectedIds());
}

void RevokeCommand::runFor(const QStringList &ids)
{
    if (m_dialog || !session())
        return;
    const TokenTablePtr table = listing()->table();
    QList<Token> tokens;
    for (const QString &id : ids) {
        const auto row = table->find(id);
        if (row && !table->revoked(*row))
            tokens.append(table->token(*row));
    }
    if (tokens.isEmpty()) {
        window()->messageBar()->show({.id = MessageId,
                                      .severity = Severity::Info,
                                      .lead = tr("Nothing to revoke."),
                                      .text = tr("The %Ln selected token(s) are revoked already.",
                                                 nullptr, int(ids.size()))});
        return;
    }
    openDialog(std::move(tokens));
}

void RevokeCommand::openDialog(QList<Token> tokens)
{
    auto *model = new RevokeListModel;
    model->setTokens(std::move(tokens), session()->signedInTokenId());
    m_dialog = new RevokeDialog(session()->facts(), model, session()->clock(), window());
    auto *dialog = m_dialog.data();
    model->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *revocation =
        new Revocation(session()->client(), model, session()->name(), session()->clock(), dialog);
    connect(dialog, &RevokeDialog::revokeRequested, this, [=, this](bool withSignedIn) {
        for (const QString &id : model->ids(State::Asked)) {
            const bool keep = !withSignedIn && id == session()->signedInTokenId();
            model->setState(id, keep ? State::Kept : State::Waiting);
        }
        start(dialog, model, revocation);
    });
    connect(dialog, &RevokeDialog::stopRequested, revocation, &Revocation::stop);
    connect(dialog, &RevokeDialog::retryRequested, this, [=, this] {
        model->keepUnfinished();
        start(dialog, model, revocation);
    });
    connect(revocation, &Revocation::finished, this,
            [=, this] { finish(dialog, model, revocation); });
    connect(session(), &QObject::destroyed, dialog, &QObject::deleteLater);
    dialog->open();
}

void RevokeCommand::start(RevokeDialog *dialog, RevokeListModel *model, Revocation *revocation)
{
    window()->messageBar()->dismiss(MessageId);
    if (model->ids(State::Waiting).isEmpty())
        dialog->setStage(RevokeDialog::Stage::Result);
    else
        dialog->setStage(RevokeDialog::Stage::Running);
    revocation->start();
}

void RevokeCommand::finish(RevokeDialog *dialog, RevokeListModel *model,
                           const Revocation *revocation)
{
    session()->noteRevoked(revocation->revokedIds());
    model->putFailuresFirst();
    dialog->setStage(RevokeDialog::Stage::Result);
    const QStringList unfinished =
        model->ids(State::Failed) + model->ids(State::Unknown) + model->ids(State::Stopped);
    if (!unfinished.isEmpty())
        window()->selectIds(unfinished);
    say(model);
    // One token, revoked: nothing is left to read in the dialog.
    if (model->rowCount() == 1 && unfinished.isEmpty())
        dialog->accept();
}

void RevokeCommand::say(const RevokeListModel *model)
{
    const QStringList failed = model->ids(State::Failed);
    const QStringList unknown = model->ids(State::Unknown);
    m_unfinished = failed + unknown;
    // The bar with candidates asks for a choice each: it stays until they are made.
    if (window()->messageBar()->message().id == u"maybecreated"_s)
        return;
    if (!failed.isEmpty())
        sayFailed(*model, failed);
    else if (!unknown.isEmpty())
        sayUnknown(unknown);
    else
        sayDone(*model);
    if (!unknown.isEmpty())
        session()->refresh();
}

QString RevokeCommand::nameOf(const QString &id) const
{
    const auto row = listing()->table()->find(id);
    return shownText(row ? listing()->table()->name(*row) : id, NameLength);
}

void RevokeCommand::sayFailed(const RevokeListModel &model, const QStringList &failed)
{
    const QString first = nameOf(failed.constFirst());
    window()->messageBar()->show(
        {.id = MessageId,
         .severity = Severity::Bad,
         .lead = tr("%1 of %Ln token(s) not revoked:", nullptr, model.rowCount())
                     .arg(QLocale().toString(failed.size())),
         .text = tr("%1. They stay selected for another try.")
                     .arg(failed.size() == 1 ? first : tr("%1 and others").arg(first)),
         .actions = {tr("Retry failed…")}});
}

void RevokeCommand::sayUnknown(const QStringList &unknown)
{
    window()->messageBar()->show(
        {.id = MessageId,
         .severity = Severity::Caution,
         .symbol = u"unknown"_s,
         .lead =
             unknown.size() == 1
                 ? tr("Unknown: %1 may or may not be revoked.").arg(nameOf(unknown.constFirst()))
                 : tr("Unknown: %Ln token(s) may or may not be revoked.", nullptr,
                      int(unknown.size())),
         .text = tr("The connection broke before Central answered. The list is being read again."),
         .actions = {tr("Retry failed…")}});
}

void RevokeCommand::sayDone(const RevokeListModel &model)
{
    const int done = model.count(State::Revoked) + model.count(State::AlreadyGone);
    if (done == 0)
        return;
    window()->messageBar()->show(
        {.id = MessageId,
         .severity = Severity::Success,
         .lead = model.rowCount() == 1 ? tr("%1 is revoked.").arg(nameOf(model.tokenAt(0).id))
                                       : tr("%Ln token(s) revoked.", nullptr, done),
         .text = tr("Central refuses it from now on.", nullptr, done)});
}

} // namespace rox
