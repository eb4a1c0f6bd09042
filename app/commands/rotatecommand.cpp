// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/rotatecommand.h"

#include "app/commands/generateparts.h"
#include "app/commands/revokecommand.h"
#include "app/commands/rotationactions.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/rotationflow.h"
#include "app/tokens/tokenwrites.h"
#include "models/roles/rolelistmodel.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/generate/rotateddialog.h"
#include "ui/generate/rotatedialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/text/times.h"
#include "ui/text/tokeneventtext.h"
#include "ui/widgets/questiondialog.h"

#include <QLocale>

#include <algorithm>
#include <memory>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Outcome = GenerateOutcome::Outcome;
using How = SuccessorHandOver::How;

namespace {

constexpr int QuestionWidth = 592;

QString nameOf(const Token &token)
{
    return TokenText::name(token.name, 80);
}

} // namespace

RotateCommand::RotateCommand(CommandContext *context, const Parts &parts, QObject *parent)
    : Command(context, parent)
    , m_parts(parts)
{}

void RotateCommand::run()
{
    const bool isAll = context().scope->isAll();
    const TokenTablePtr table = model()->table();
    QList<Coming> tokens;
    const auto ids = window()->selectedIds();
    for (const QString &id : ids) {
        const auto row = table->find(id);
        Session *on = !row    ? nullptr
                      : isAll ? context().all->sessionOf(table->part(*row))
                              : session();
        const auto token = on ? on->tokens().token(id) : std::nullopt;
        if (token && !on->tokens().isRevoked(id))
            tokens.append({on, *token});
    }
    runFor(tokens);
}

void RotateCommand::runFor(Session *session, const QList<Token> &tokens)
{
    QList<Coming> coming;
    for (const Token &token : tokens)
        coming.append({session, token});
    runFor(coming);
}

void RotateCommand::runFor(const QList<Coming> &tokens)
{
    if (m_dialog || tokens.isEmpty())
        return;
    m_coming = tokens;
    startNext();
}

void RotateCommand::startNext()
{
    if (m_dialog)
        return;
    m_coming.removeIf(
        [](const Coming &each) { return !each.session || each.session->isRetired(); });
    if (m_coming.isEmpty())
        return;
    const Coming next = m_coming.takeFirst();
    Session *session = next.session;
    const Token &old = next.token;
    auto *flow = new RotationFlow(m_parts.rotations, m_parts.writes, session, old, this);
    auto *roles = new RoleListModel;
    auto clock = clockOf(*session);
    m_dialog = new RotateDialog(factsOf(*session), roles, liveTokensNamed(session), old,
                                clock.get(), window());
    connect(m_dialog, &QObject::destroyed, [clock = std::move(clock)] {});
    roles->setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList names;
    for (const Coming &each : std::as_const(m_coming))
        names.append(nameOf(each.token));
    m_dialog->setComing(names);
    connectDialog(flow, roles);
    m_dialog->open();
}

void RotateCommand::connectDialog(RotationFlow *flow, RoleListModel *roles)
{
    RotateDialog *dialog = m_dialog;
    GenerateFlow *generating = flow->generating();
    connectRoles(generating, dialog, [this, flow, roles](const AllowedRoles &allowed) {
        showRoles(*flow, roles, allowed);
    });
    connect(dialog, &GenerateDialog::generateRequested, flow,
            [dialog, flow](const TokenDraft &draft) {
                dialog->clearError();
                dialog->setBusy(true);
                flow->generate(draft, dialog->plan());
            });
    connect(dialog, &QDialog::rejected, flow, [this, flow] {
        m_coming.clear();
        flow->deleteLater();
    });
    connect(flow, &RotationFlow::othersFound, dialog,
            [this, flow](const QList<RotationRow> &others) { askBesideOthers(flow, others); });
    connect(generating, &GenerateFlow::settled, this,
            [this, flow](const GenerateEvent &event) { take(flow, event); });
    connect(generating, &GenerateFlow::left, dialog, [this, dialog, flow] {
        m_coming.clear();
        dialog->deleteLater();
        flow->deleteLater();
    });
}

/// As before, as far as Central lets the user give these roles.
void RotateCommand::showRoles(const RotationFlow &flow, RoleListModel *roles,
                              const AllowedRoles &allowed)
{
    const bool isFirst = roles->roleCount() == 0;
    const QStringList checked = isFirst ? flow.old().roles : roles->checkedRoles();
    if (Session *session = flow.generating()->session())
        putIn(roles, allowed.names, session);
    roles->setChecked(checked);
    QStringList missing;
    for (const QString &role : flow.old().roles) {
        if (!allowed.names.contains(role))
            missing.append(shownText(role, 60));
    }
    if (!missing.isEmpty())
        m_dialog->setRolesNote(
            tr("The old token has %1 too. Central does not let you give that, or has it no more.")
                .arg(QLocale().createSeparatedList(missing)));
}

/// Two administrators may rotate the same token: the second one is told before anything is made.
void RotateCommand::askBesideOthers(RotationFlow *flow, const QList<RotationRow> &others)
{
    m_dialog->setBusy(false);
    const Rotation &other = others.first().rotation;
    const UtcMs now = others.first().facts.now;
    const QString since = momentText(other.begunAt, now);
    const QString successor = TokenText::name(other.draft.name, 80);
    auto *question = new QuestionDialog(
        tr("Rotated already"), u"warning"_s,
        tr("%1 on %2 is being rotated already.")
            .arg(nameOf(flow->old()), shownName(flow->generating()->server().name)),
        //: since when, by which user, and the name of the successor
        (other.by.isEmpty() ? tr("Since %1; its successor is %2. Another one would be a second "
                                 "successor.")
                                  .arg(since, successor)
                            : tr("Since %1, by %2; its successor is %3. Another one would be a "
                                 "second successor.")
                                  .arg(since, shownText(other.by, 60), successor)),
        m_dialog);
    question->setObjectName(u"rotatedAlready"_s);
    enum Answer { Cancel, Again };
    question->addAnswer(tr("Do not rotate"), QDialogButtonBox::RejectRole);
    question->addAnswer(tr("Generate a second successor"), QDialogButtonBox::AcceptRole);
    question->setDefaultAnswer(Cancel);
    connect(question, &QuestionDialog::answered, flow,
            [flow, dialog = QPointer(m_dialog)](int answer) {
                if (!dialog)
                    return;
                if (answer == Cancel) {
                    dialog->done(QDialog::Rejected);
                    return;
                }
                flow->ignoreOthers();
                dialog->setBusy(true);
                flow->generate(dialog->draft(), dialog->plan());
            });
    question->openAt(QuestionWidth);
}

void RotateCommand::take(RotationFlow *flow, const GenerateEvent &event)
{
    const GenerateFlow *generating = flow->generating();
    const QString &name = generating->server().name;
    const bool isFailure = event.fate == Outcome::Refused || event.fate == Outcome::NotSent;
    if (m_dialog)
        m_dialog->setBusy(false);
    if (m_dialog && isFailure && generating->hasSession()) {
        m_dialog->showError(sentenceFor(event.error, Operation::Generate, name), event.error);
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    if (event.fate == Outcome::Made) {
        if (generating->session()
            && (context().scope->isAll() || generating->session() == session()))
            window()->selectIds({event.token.id});
        showValue(flow, event);
        return;
    }
    // A lost answer has the message of the open generate, and the rotation is Failed.
    m_coming.clear();
    if (isFailure) {
        const EventText text = textOf(event, name);
        say(event.server, name,
            {.id = u"notcreated:"_s + generating->server().address,
             .severity = Severity::Bad,
             .lead = text.lead,
             .text = text.text});
    }
    flow->deleteLater();
}

RotationRow RotateCommand::rowOf(const RotationFlow &flow) const
{
    if (auto known = m_parts.rotations->find(flow.chain())) {
        // The newest step may not be read back from the history yet.
        known->rotation.handOver = flow.rotation().handOver;
        if (known->rotation.checks.size() < flow.rotation().checks.size())
            known->rotation.checks = flow.rotation().checks;
        if (known->rotation.making == Rotation::Making::Made) {
            known->standing = standingOf(known->rotation, known->facts);
            return *known;
        }
    }
    RotationRow row;
    row.rotation = flow.rotation();
    row.server = flow.generating()->server();
    row.facts.now = m_parts.writes->clock()->now();
    if (const Session *session = flow.generating()->session())
        row.key = session->key();
    row.standing = standingOf(row.rotation, row.facts);
    return row;
}

void RotateCommand::showValue(RotationFlow *flow, const GenerateEvent &event)
{
    GenerateFlow *generating = flow->generating();
    const Session *on = generating->session();
    auto *dialog = new RotatedDialog(on ? factsOf(*on) : generating->server(), event.token,
                                     generating->takeValue(), m_parts.clipboard,
                                     m_parts.writes->clock(), rowOf(*flow), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (on) {
        const ServerProfile &profile = on->entry().profile;
        dialog->setPlace(handoverPlace(profile.endpoint, profile.trust, on->version()));
    }
    if (generating->isExpirationIgnored())
        dialog->setWarning(tr("Central set another expiration than you asked for: %1.")
                               .arg(longTime(event.token.expiresAt)),
                           tr("Centrals before 4.4 give every token 365 days. Revoke it if that is "
                              "too long."));
    connectValue(flow, event, dialog);
    dialog->open();
}

void RotateCommand::connectValue(RotationFlow *flow, const GenerateEvent &event,
                                 RotatedDialog *dialog)
{
    const auto showSteps = [this, flow = QPointer(flow), dialog] {
        if (flow)
            dialog->setRotation(rowOf(*flow));
    };
    const auto check = [flow = QPointer(flow), dialog] {
        if (!flow)
            return;
        dialog->setChecking(true);
        flow->check(dialog->value());
    };
    connect(dialog, &GeneratedDialog::copied, flow, [flow, dialog, showSteps] {
        flow->handOver(How::Copied, dialog->form());
        showSteps();
    });
    connectSaving(dialog, [flow = QPointer(flow), dialog, showSteps] {
        if (flow)
            flow->handOver(How::Saved, dialog->form());
        showSteps();
    });
    connect(dialog, &RotatedDialog::checkRequested, flow, check);
    connect(flow, &RotationFlow::checked, dialog,
            [dialog, showSteps](const SuccessorCheck &answer, const ApiError &error) {
                dialog->showCheck(answer, error);
                showSteps();
            });
    connect(m_parts.rotations, &Rotations::changed, dialog, showSteps);
    // RotationActions asks with what Rotations has read: the newest steps have to be among it.
    connect(dialog, &RotatedDialog::revokeOldRequested, flow, [this, flow, dialog, check] {
        m_parts.actions->revokeOld(flow->chain(), flow->address(), dialog, check);
    });
    connect(dialog, &GeneratedDialog::revokeRequested, flow,
            [this, flow, event, dialog] { askToRevokeNew(flow, event, dialog); });
    connect(dialog, &QDialog::finished, this, [this, flow = QPointer(flow)] {
        if (flow)
            flow->deleteLater();
        startNext();
    });
}

/// "Revoke and close": with its successor the rotation ends. The old token is not touched.
void RotateCommand::askToRevokeNew(RotationFlow *flow, const GenerateEvent &event,
                                   RotatedDialog *dialog)
{
    const ServerFacts &server = flow->generating()->server();
    const RevokeDialog *question = m_parts.revoke->runFor(
        sessionOn(event.server, server.address, flow->generating()->session()), server.name,
        QList<Token>{event.token});
    if (!question) {
        dialog->setWarning(tr("Central was not asked to revoke it."),
                           tr("The message in the main window says why."));
        return;
    }
    connect(question, &RevokeDialog::revokeRequested, dialog,
            [this, chain = flow->chain(), dialog] {
                m_coming.clear();
                m_parts.rotations->giveUp(chain);
                dialog->done(QDialog::Rejected);
            });
}

} // namespace rox
