// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/generatecommand.h"

#include "app/commands/allserversneeds.h"
#include "app/commands/generateparts.h"
#include "app/commands/revokecommand.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/generateflow.h"
#include "app/tokens/tokenwrites.h"
#include "models/roles/rolelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/generate/candidatelist.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/text/times.h"
#include "ui/text/tokeneventtext.h"
#include "ui/widgets/messagestack.h"

#include <QApplication>
#include <QCursor>
#include <QMenu>

namespace rox {

using namespace Qt::StringLiterals;
using Outcome = GenerateOutcome::Outcome;
using HandOver = GenerateFlow::HandOver;

GenerateCommand::GenerateCommand(CommandContext *context, TokenWrites *writes,
                                 SecretClipboard *clipboard, RevokeCommand *revoke, QObject *parent)
    : Command(context, parent)
    , m_writes(writes)
    , m_open(writes->openGenerates())
    , m_clipboard(clipboard)
    , m_revoke(revoke)
{
    // Queued: if a revoke has removed a candidate, the message about the revoke comes first, and
    // the one with the remaining candidates over it.
    connect(m_open, &OpenGenerates::changed, this, &GenerateCommand::showOpen,
            Qt::QueuedConnection);
    connect(m_open, &OpenGenerates::closed, this, [this](const IntentId &id) {
        m_candidates.remove(id);
        m_shown.remove(id);
        window()->messageBar()->dismiss(messageId(id));
    });
    connect(window()->messageBar(), &MessageStack::dismissed, this, [this](const QString &message) {
        const auto ids = m_open->ids();
        for (const IntentId &id : ids) {
            if (messageId(id) == message)
                m_open->close(id);
        }
    });
}

void GenerateCommand::run()
{
    if (context().scope->isAll())
        askWhere();
    else if (session())
        runOn(session());
}

void GenerateCommand::askWhere()
{
    const auto sessions = generatingSessions(context());
    if (sessions.size() == 1) {
        runOn(sessions.constFirst());
        return;
    }
    auto *menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"generateOn"_s);
    menu->setAccessibleName(tr("Generate token on"));
    for (Session *each : sessions) {
        const QString name = shownName(each->name()).replace(u'&', "&&"_L1);
        connect(menu->addAction(name), &QAction::triggered, this, [this, on = QPointer(each)] {
            if (on)
                runOn(on);
        });
    }
    const auto *button = window()->findChild<QWidget *>(u"generateTokenButton"_s);
    menu->popup(button && button->isVisible()
                    ? button->mapToGlobal(button->rect().bottomLeft() + QPoint(0, 2))
                    : QCursor::pos());
}

void GenerateCommand::runOn(Session *session)
{
    if (m_dialog || session->isRetired())
        return;
    auto *flow = new GenerateFlow(m_writes, session, this);
    auto *roles = new RoleListModel;
    auto clock = clockOf(*session);
    m_dialog = new GenerateDialog(factsOf(*session), roles, liveTokensNamed(session), clock.get(),
                                  window());
    connect(m_dialog, &QObject::destroyed, [clock = std::move(clock)] {});
    roles->setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto typed = m_unfinished.constFind(flow->server().address);
        typed != m_unfinished.cend())
        m_dialog->setDraft(*typed);
    connectDialog(flow, roles);
    m_dialog->open();
}

void GenerateCommand::connectDialog(GenerateFlow *flow, RoleListModel *roles)
{
    GenerateDialog *dialog = m_dialog;
    connectRoles(flow, dialog, [this, flow, roles](const AllowedRoles &allowed) {
        showRoles(*flow, roles, allowed);
    });
    connect(dialog, &GenerateDialog::generateRequested, flow,
            [dialog, flow](const TokenDraft &draft) {
                dialog->clearError();
                dialog->setBusy(true);
                flow->generate(draft);
            });
    connect(dialog, &QDialog::rejected, flow, &QObject::deleteLater);
    // The command outlives the dialog: the outcome is told even if the window has gone.
    connect(flow, &GenerateFlow::settled, this,
            [this, flow](const GenerateEvent &event) { take(flow, event); });
    connect(flow, &GenerateFlow::handedOver, flow, &QObject::deleteLater);
    connect(flow, &GenerateFlow::left, dialog, [this, dialog, flow] {
        m_unfinished.insert(flow->server().address, dialog->draft());
        dialog->deleteLater();
        flow->deleteLater();
    });
}

void GenerateCommand::showRoles(const GenerateFlow &flow, RoleListModel *roles,
                                const AllowedRoles &allowed)
{
    putIn(roles, allowed.names, flow.session());
    const QStringList typed = m_unfinished.value(flow.server().address).roles;
    if (!typed.isEmpty())
        roles->setChecked(typed);
}

void GenerateCommand::take(GenerateFlow *flow, const GenerateEvent &event)
{
    const QString &address = flow->server().address;
    const QString &name = flow->server().name;
    const bool isFailure = event.fate == Outcome::Refused || event.fate == Outcome::NotSent;
    if (m_dialog)
        m_dialog->setBusy(false);
    if (m_dialog && isFailure && flow->hasSession()) {
        m_dialog->showError(sentenceFor(event.error, Operation::Generate, name), event.error);
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    if (event.fate == Outcome::Made) {
        m_unfinished.remove(address);
        if (flow->session() && (context().scope->isAll() || flow->session() == session()))
            window()->selectIds({event.token.id});
        showValue(flow, event);
        return;
    }
    m_unfinished.insert(address, event.draft);
    if (isFailure) {
        const EventText text = textOf(event, name);
        say(event.server, name,
            {.id = u"notcreated:"_s + address,
             .severity = Severity::Bad,
             .lead = text.lead,
             .text = text.text});
    }
    flow->deleteLater();
}

void GenerateCommand::showValue(GenerateFlow *flow, const GenerateEvent &event)
{
    const Token &token = event.token;
    auto *dialog =
        new GeneratedDialog(flow->session() ? factsOf(*flow->session()) : flow->server(), token,
                            flow->takeValue(), m_clipboard, m_writes->clock(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (flow->session()) {
        const ServerProfile &profile = flow->session()->entry().profile;
        dialog->setPlace(
            handoverPlace(profile.endpoint, profile.trust, flow->session()->version()));
    }
    if (flow->isExpirationIgnored())
        dialog->setWarning(tr("Central set another expiration than you asked for: %1.")
                               .arg(longTime(token.expiresAt)),
                           tr("Centrals before 4.4 give every token 365 days. Revoke it if that is "
                              "too long."));
    connect(dialog, &GeneratedDialog::copied, flow,
            [flow] { flow->setHandOver(HandOver::Copied); });
    connectSaving(dialog, [flow = QPointer(flow)] {
        if (flow)
            flow->setHandOver(HandOver::Saved);
    });
    connect(dialog, &GeneratedDialog::revokeRequested, flow,
            [this, flow, event, dialog] { askToRevoke(flow, event, dialog); });
    connect(dialog, &QDialog::finished, flow, &GenerateFlow::endHandOver);
    dialog->open();
}

/// The value stays until the question is answered. The question is a window above the dialog, not
/// its child: the progress goes on after the dialog was closed.
void GenerateCommand::askToRevoke(GenerateFlow *flow, const GenerateEvent &event,
                                  GeneratedDialog *dialog)
{
    const ServerFacts &server = flow->server();
    const RevokeDialog *question =
        m_revoke->runFor(sessionOn(event.server, server.address, flow->session()), server.name,
                         QList<Token>{event.token});
    if (!question) {
        dialog->setWarning(tr("Central was not asked to revoke it."),
                           tr("The message in the main window says why."));
        return;
    }
    connect(question, &RevokeDialog::revokeRequested, dialog, [flow, dialog] {
        flow->setHandOver(HandOver::Revoked);
        dialog->done(QDialog::Rejected);
    });
}

/// Unique among the messages of all servers.
QString GenerateCommand::messageId(const IntentId &id) const
{
    return u"generate:"_s + id.toString();
}

void GenerateCommand::showOpen(const IntentId &id)
{
    const OpenGenerate *open = m_open->find(id);
    if (!open)
        return; // closed meanwhile
    const bool isSame = m_shown.contains(id) && m_shown.value(id) == open->search;
    m_shown.insert(id, open->search);
    // A later list without such a token is not shown over what has come since.
    if (isSame && open->search == OpenGenerate::Search::NotListed
        && window()->messageBar()->message().id != messageId(id))
        return;
    const QPointer<CandidateList> before = m_candidates.value(id);
    const bool hadFocus = before && before->isAncestorOf(QApplication::focusWidget());
    const EventText text = textOf(open->event(), open->serverName);
    say(open->intent.server, open->serverName,
        {.id = messageId(id),
         .severity = Severity::Caution,
         .symbol = u"unknown"_s,
         .lead = text.lead,
         .text = text.text});
    if (open->search == OpenGenerate::Search::Found)
        showCandidates(*open, hadFocus);
}

void GenerateCommand::showCandidates(const OpenGenerate &open, bool withFocus)
{
    const IntentId id = open.intent.id;
    const UtcMs now = open.session ? open.session->centralClock()->now() : m_writes->clock()->now();
    auto *list = new CandidateList(open.candidates, now);
    m_candidates.insert(id, list);
    connect(list, &CandidateList::keepRequested, m_open,
            [this, id](const QString &token) { m_open->keep(id, token); });
    connect(list, &CandidateList::revokeRequested, this,
            [this, intent = open.intent, on = open.session,
             server = open.serverName](const QString &token) {
                m_revoke->runFor(sessionOn(intent.server, intent.address, on), server,
                                 QStringList{token});
            });
    window()->messageBar()->setExtra(messageId(id), list);
    if (withFocus)
        list->setFocus();
}

} // namespace rox
