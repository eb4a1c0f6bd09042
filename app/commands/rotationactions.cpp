// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/rotationactions.h"

#include "app/servers/credentialvault.h"
#include "app/servers/session.h"
#include "app/servers/storedcredential.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/generate/plandialog.h"
#include "ui/rotate/revokeoldquestion.h"
#include "ui/rotate/rotationsdialog.h"
#include "ui/rotate/successorvaluedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/questiondialog.h"
#include "ui/window/mainwindow.h"

#include <QPointer>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using How = OldTokenEnd::How;
using Purpose = SuccessorValueDialog::Purpose;
using State = RotationStanding::State;
using Why = RotationStanding::Why;

namespace {

constexpr int QuestionWidth = 592;

QString nameOf(const Token &token)
{
    return TokenText::name(token.name, 80);
}

QString dueId(const QUuid &chain)
{
    return u"due:"_s + chain.toString();
}

} // namespace

RotationActions::RotationActions(CommandContext *context, Rotations *rotations,
                                 CredentialVault *vault, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_rotations(rotations)
    , m_vault(vault)
{
    connect(rotations, &Rotations::oldTokenEnded, this, &RotationActions::tellEnd);
    // Queued: several changes come in one turn of the event loop.
    connect(rotations, &Rotations::changed, this, &RotationActions::tellDue, Qt::QueuedConnection);
    connect(m_context->window->messageBar(), &MessageStack::dismissed, this,
            [this](const QString &id) {
                const auto shown = m_dueShown;
                for (const QUuid &chain : shown) {
                    if (dueId(chain) == id)
                        m_rotations->putOff(chain); // it stays due, and asks no more
                }
            });
}

void RotationActions::tell(const RotationRow &row, Message message)
{
    message.server = row.key;
    m_context->window->messageBar()->show(message);
}

void RotationActions::revokeOldOf(const RotationRow &row, QWidget *over)
{
    revokeOld(row.rotation.chain, row.server.address, over);
}

/// Another process may have checked the new token, or ended the rotation.
void RotationActions::revokeOld(const QUuid &chain, const QString &address, QWidget *over,
                                std::function<void()> checkFirst)
{
    if (m_reading.contains(chain))
        return;
    m_reading.insert(chain);
    m_rotations->reload(address, this,
                        [this, chain, over = QPointer(over), checkFirst = std::move(checkFirst)] {
                            m_reading.remove(chain);
                            if (over)
                                askToRevokeOld(chain, over, checkFirst);
                        });
}

void RotationActions::askToRevokeOld(const QUuid &chain, QWidget *over,
                                     const std::function<void()> &checkFirst)
{
    const auto row = m_rotations->find(chain);
    if (!row || m_rotations->isRevoking(chain))
        return;
    if (!m_rotations->sessionOf(chain)) {
        Q_EMIT serverRequested(row->key);
        return;
    }
    if (row->facts.isSignedInWithOld) {
        signInWithNew(chain, over);
        return;
    }
    const RevokeConcern concern = concernOf(row->rotation);
    if (concern == RevokeConcern::None) {
        auto *question = new RevokeOldQuestion(*row, over);
        connect(question, &RevokeOldQuestion::confirmed, this,
                [this, chain] { m_rotations->revokeOld(chain); });
        question->open();
        return;
    }
    auto *question = new RevokeUncheckedQuestion(*row, concern, over);
    connect(question, &RevokeUncheckedQuestion::revokeAnyway, this,
            [this, chain] { m_rotations->revokeOld(chain); });
    connect(question, &RevokeUncheckedQuestion::checkFirst, this,
            [this, chain, over = QPointer(over), checkFirst] {
                if (checkFirst)
                    checkFirst();
                else
                    check(chain, over ? over.data() : m_context->window);
            });
}

void RotationActions::check(const QUuid &chain, QWidget *over)
{
    const auto row = m_rotations->find(chain);
    if (!row)
        return;
    auto *dialog = new SuccessorValueDialog(*row, Purpose::Check, false, over);
    connect(dialog, &SuccessorValueDialog::sendRequested, this, [this, chain, dialog] {
        dialog->setBusy(true);
        m_rotations->check(chain, dialog->value(), {}, dialog,
                           [dialog](const SuccessorCheck &check, const ApiError &error) {
                               dialog->showAnswer(check, error);
                           });
    });
    dialog->open();
}

void RotationActions::signInWithNew(const QUuid &chain, QWidget *over)
{
    const auto row = m_rotations->find(chain);
    const Session *session = m_rotations->sessionOf(chain);
    if (!row || !session)
        return;
    const bool mayKeep =
        m_vault && session->entry().isProfile()
        && m_vault->placeOf(session->entry().profile) == CredentialVault::Place::Keychain;
    auto *dialog = new SuccessorValueDialog(*row, Purpose::SignIn, mayKeep, over);
    connect(dialog, &SuccessorValueDialog::sendRequested, this, [this, chain, dialog] {
        dialog->setBusy(true);
        m_rotations->check(
            chain, dialog->value(), {}, dialog,
            [this, chain, dialog](const SuccessorCheck &check, const ApiError &error) {
                dialog->showAnswer(check, error);
                if (!check.isProof())
                    return;
                takeOver(chain, dialog->value(), dialog->isToBeKept());
                dialog->accept();
            });
    });
    dialog->open();
}

/// Central has just said that this value is the new token.
void RotationActions::takeOver(const QUuid &chain, const Secret &value, bool isToBeKept)
{
    Session *session = m_rotations->sessionOf(chain);
    const auto row = m_rotations->find(chain);
    if (!session || !row)
        return;
    session->renewCredential({Credential::Kind::ApiToken, {}, value.clone()});
    session->rereadIdentity();
    session->refresh();
    tell(*row, {.id = u"signedinanew"_s,
                .severity = Severity::Success,
                .lead = tr("Signed in to %1 with %2.")
                            .arg(shownName(row->server.name),
                                 TokenText::name(row->rotation.draft.name, 80)),
                .text = tr("The old token can be revoked now.")});
    const ServerProfile profile = session->entry().profile;
    if (!m_vault || !session->entry().isProfile()
        || (!isToBeKept && m_vault->placeOf(profile) == CredentialVault::Place::Keychain))
        return;
    m_vault->replace(profile, packed(profile.signIn, {value.clone()}), this,
                     [this, row = *row](const KeychainResult<void> &written) {
                         if (written)
                             return;
                         tell(row, {.id = u"newcredentialnotkept"_s,
                                    .severity = Severity::Caution,
                                    .lead = tr("The new token is not in the keychain."),
                                    .text = tr("The old one is still there. Sign in again at the "
                                               "next start.")});
                     });
}

void RotationActions::giveUp(const QUuid &chain, QWidget *over)
{
    const auto row = m_rotations->find(chain);
    if (!row)
        return;
    auto *question =
        new QuestionDialog(tr("Give up this rotation"), u"rotate"_s,
                           tr("Give up the rotation of %1 on %2?")
                               .arg(nameOf(row->rotation.old), shownName(row->server.name)),
                           tr("Both tokens are kept, and nothing is revoked. Rox Tokens does not "
                              "remind you any more."),
                           over);
    question->setObjectName(u"giveUpRotation"_s);
    enum Answer { GoOn, GiveUp };
    question->addAnswer(tr("Go on with it"), QDialogButtonBox::RejectRole);
    question->addAnswer(tr("Give up, keep both"), QDialogButtonBox::AcceptRole);
    question->setDefaultAnswer(GoOn);
    connect(question, &QuestionDialog::answered, this, [this, chain](int answer) {
        if (answer == GiveUp)
            m_rotations->giveUp(chain);
    });
    question->openAt(QuestionWidth);
}

void RotationActions::changePlan(const QUuid &chain, QWidget *over)
{
    const auto row = m_rotations->find(chain);
    Session *session = m_rotations->sessionOf(chain);
    if (!row)
        return;
    auto *dialog = new PlanDialog(
        *row, session ? *session->centralClock() : CentralClock(m_rotations->clock()), over);
    connect(dialog, &PlanDialog::chosen, this,
            [this, chain](const OldTokenPlan &plan) { m_rotations->changePlan(chain, plan); });
    dialog->open();
}

QDialog *RotationActions::makeDialog(QWidget *parent)
{
    auto *dialog = new RotationsDialog(parent);
    const auto show = [this, dialog] { dialog->setRotations(m_rotations->rows()); };
    connect(m_rotations, &Rotations::changed, dialog, show, Qt::QueuedConnection);
    connect(dialog, &RotationsDialog::nextRequested, this,
            [this, dialog](const QUuid &chain) { goOn(chain, dialog); });
    connect(dialog, &RotationsDialog::revokeOldRequested, this, [this, dialog](const QUuid &chain) {
        if (const auto row = m_rotations->find(chain))
            revokeOldOf(*row, dialog);
    });
    connect(dialog, &RotationsDialog::changePlanRequested, this,
            [this, dialog](const QUuid &chain) { changePlan(chain, dialog); });
    connect(dialog, &RotationsDialog::giveUpRequested, this,
            [this, dialog](const QUuid &chain) { giveUp(chain, dialog); });
    show();
    return dialog;
}

/// Takes the next step of a rotation.
void RotationActions::goOn(const QUuid &chain, QWidget *over)
{
    const auto row = m_rotations->find(chain);
    if (!row)
        return;
    Session *session = m_rotations->sessionOf(chain);
    if (!session && row->standing.next != RotationStanding::Next::Nothing) {
        Q_EMIT serverRequested(row->key);
        return;
    }
    switch (row->standing.next) {
    case RotationStanding::Next::Check:
        check(chain, over);
        break;
    case RotationStanding::Next::SignInWithNew:
        signInWithNew(chain, over);
        break;
    case RotationStanding::Next::RevokeOld:
        revokeOldOf(*row, over);
        break;
    case RotationStanding::Next::RotateAgain: {
        const auto old = session->tokens().token(row->rotation.old.id);
        m_rotations->giveUp(chain); // the next one takes its place
        Q_EMIT rotateAgainRequested(session, old.value_or(row->rotation.old));
        break;
    }
    case RotationStanding::Next::LookForIt:
        Q_EMIT serverRequested(row->key); // its message bar has the candidates
        break;
    case RotationStanding::Next::Nothing:
        break;
    }
}

void RotationActions::tellEnd(const QUuid &chain, const OldTokenEnd &end)
{
    const auto row = m_rotations->find(chain);
    if (!row)
        return;
    const QString old = nameOf(row->rotation.old);
    const QString server = shownName(row->server.name);
    const QString fresh = TokenText::name(row->rotation.draft.name, 80);
    Message message{.id = u"rotated:"_s + chain.toString()};
    const bool isDone =
        end.how == How::RevokedBefore || (end.how == How::Answered && end.verdict.isDone());
    if (isDone) {
        message.severity = Severity::Success;
        message.lead = end.how == How::RevokedBefore
                           ? tr("%1 was revoked on %2 already, not by you.").arg(old, server)
                       : end.isOnDate ? tr("%1 is revoked on %2, as planned.").arg(old, server)
                                      : tr("%1 is revoked on %2.").arg(old, server);
        message.text = tr("Its successor is %1.").arg(fresh);
        tell(*row, message);
        return;
    }
    message.severity = Severity::Bad;
    message.lead = tr("%1 was not revoked on %2.").arg(old, server);
    switch (end.how) {
    case How::Answered:
        if (end.verdict.fate == RevokeVerdict::Outcome::Unknown) {
            message.severity = Severity::Caution;
            message.symbol = u"unknown"_s;
            message.lead = tr("It is not known whether %1 was revoked on %2.").arg(old, server);
        }
        message.text = revokeSentence(end.verdict, row->server.name);
        break;
    case How::NotRead:
        message.text = tr("It could not be read first: %1")
                           .arg(sentenceFor(end.error, Operation::Get, row->server.name).plain());
        break;
    case How::InUse:
        message.text = tr("You are signed in with it. Sign in with %1 first.").arg(fresh);
        break;
    case How::Offline:
    case How::RevokedBefore:
        message.text = tr("You are not signed in to %1.").arg(server);
        break;
    }
    message.actions = {
        MessageAction(tr("Revoke…"), [this, row = *row] { revokeOldOf(row, m_context->window); })};
    tell(*row, message);
}

Message RotationActions::dueBar(const RotationRow &row)
{
    const QUuid chain = row.rotation.chain;
    const QString old = nameOf(row.rotation.old);
    const QString server = shownName(row.server.name);
    const bool isDate = row.standing.why == Why::DatePassed;
    return {.id = dueId(chain),
            .server = row.key,
            .severity = Severity::Caution,
            .symbol = u"expiring"_s,
            //: server, old token, and when
            .lead = isDate ? tr("Due on %1: %2 was to be revoked %3.")
                                 .arg(server, old, momentText(row.rotation.plan.at, row.facts.now))
                           : tr("Due on %1: %2 is still to be revoked.").arg(server, old),
            .text = row.rotation.isProven()
                        ? tr("Nothing is revoked late by itself. It still works.")
                        : tr("The new token was not checked. The old one still works."),
            .actions = {MessageAction(
                            tr("Revoke…"), [this, row] { revokeOldOf(row, m_context->window); },
                            u"revoke"_s),
                        MessageAction(tr("Later"), [this, chain] { m_rotations->putOff(chain); })}};
}

void RotationActions::tellDue()
{
    QSet<QUuid> due;
    const auto rows = m_rotations->rows();
    for (const RotationRow &row : rows) {
        // A newer plan resets it. The plan has Central's time, the answer that of this computer.
        const bool isAnswered = row.rotation.putOffAt != NoTime;
        if (row.standing.state != State::Due || isAnswered)
            continue;
        due.insert(row.rotation.chain);
        if (!m_dueShown.contains(row.rotation.chain))
            tell(row, dueBar(row));
    }
    const QSet<QUuid> ended = std::exchange(m_dueShown, due) - due;
    for (const QUuid &chain : ended)
        m_context->window->messageBar()->dismiss(dueId(chain));
}

} // namespace rox
