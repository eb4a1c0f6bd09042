// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/generatecommand.h"

#include "app/commands/revokecommand.h"
#include "app/desktop/secretfile.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "models/roles/rolelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/generate/candidatelist.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/text/times.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>

namespace rox {

using namespace Qt::StringLiterals;
using Fate = GenerateOutcome::Fate;

namespace {

/// Each generate whose answer was lost has a message of its own.
QString lostMessageId(const QString &intent)
{
    return u"maybecreated:"_s + intent;
}

} // namespace

GenerateCommand::GenerateCommand(CommandContext *context, SecretClipboard *clipboard,
                                 RevokeCommand *revoke, QObject *parent)
    : Command(context, parent)
    , m_clipboard(clipboard)
    , m_revoke(revoke)
{
    // Queued: where a revoke took out a candidate, its result is said first, and the bar with the
    // candidates that are left comes after it.
    connect(&m_lost, &OpenGenerates::changed, this, &GenerateCommand::tellLost,
            Qt::QueuedConnection);
    connect(&m_lost, &OpenGenerates::closed, this, [this](const QString &id) {
        m_candidates.remove(id);
        m_told.remove(id);
        window()->messageBar()->dismiss(lostMessageId(id));
    });
    connect(window()->messageBar(), &MessageBar::dismissed, this, [this](const QString &message) {
        const QString prefix = lostMessageId({});
        if (message.startsWith(prefix))
            m_lost.close(message.mid(prefix.size()));
    });
}

void GenerateCommand::run()
{
    if (m_dialog || !session())
        return;
    m_session = session();
    auto *roles = new RoleListModel;
    const auto count = [on = m_session](const QString &name) {
        return on && on->table() ? int(on->table()->liveRowsNamed(name, on->clock()->now()).size())
                                 : 0;
    };
    m_dialog = new GenerateDialog(factsOf(*session()), roles, count, session()->clock(), window());
    roles->setParent(m_dialog);
    m_roles = roles;
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto typed = m_unfinished.constFind(session()->address());
        typed != m_unfinished.cend())
        m_dialog->setDraft(*typed);
    connectDialog();
    m_dialog->open();
    askForRoles();
}

void GenerateCommand::connectDialog()
{
    connect(m_dialog, &GenerateDialog::generateRequested, this, &GenerateCommand::generate);
    connect(m_dialog, &GenerateDialog::retryRolesRequested, this, &GenerateCommand::askForRoles);
    connect(m_session, &Session::retired, m_dialog, [this] {
        if (m_isAsking)
            return; // its outcome comes yet
        m_unfinished.insert(m_session->address(), m_dialog->draft());
        m_dialog->deleteLater();
    });
}

void GenerateCommand::askForRoles()
{
    if (!m_session || m_session->isRetired())
        return;
    m_dialog->setRolesLoading(true);
    m_session->client()->allowedRoles(
        m_dialog, [this](const Result<AllowedRoles> &allowed) { showRoles(allowed); });
}

void GenerateCommand::showRoles(const Result<AllowedRoles> &allowed)
{
    if (!m_session || !m_dialog)
        return;
    m_dialog->setRolesLoading(false);
    if (!allowed) {
        m_dialog->setRolesFailed(
            sentenceFor(allowed.error(), Deed::AllowedRoles, m_session->name()));
        return;
    }
    m_roles->setRoles(allowed->names, m_session->roleGrants());
    if (allowed->unfiltered)
        m_dialog->setRolesNote(tr("This Central is older than 4.3 and does not say which roles "
                                  "you may give: it may refuse some of these."));
    const QStringList typed = m_unfinished.value(m_session->address()).roles;
    if (!typed.isEmpty())
        m_roles->setChecked(typed);
}

void GenerateCommand::generate(const TokenDraft &draft)
{
    if (!m_session || m_session->isRetired())
        return;
    m_dialog->clearError();
    m_dialog->setBusy(true);
    m_isAsking = true;
    OpenGenerate asked;
    asked.session = m_session;
    asked.server = factsOf(*m_session);
    asked.clock = m_session->clock();
    asked.draft = draft;
    asked.before = m_session->table();
    asked.ruleOutMade(m_session->tokens());
    // The command outlives the dialog; an answer must be settled even if the window went, and the
    // session stays until it is.
    m_session->client()->generate(
        draft, this, [this, asked, write = m_session->beginWrite()](GenerateOutcome &&outcome) {
            settle(asked, std::move(outcome));
        });
}

void GenerateCommand::settle(OpenGenerate asked, GenerateOutcome &&outcome)
{
    m_isAsking = false;
    if (m_dialog)
        m_dialog->setBusy(false);
    asked.fate = outcome.fate;
    asked.askedAt = outcome.askedAt;
    switch (outcome.fate) {
    case Fate::Made:
        m_unfinished.remove(asked.server.address);
        if (m_dialog)
            m_dialog->accept();
        if (asked.session)
            asked.session->noteGenerated(outcome.token);
        if (asked.session && asked.session == session())
            window()->selectIds({outcome.token.id});
        showValue(asked, std::move(outcome));
        return;
    case Fate::Refused:
    case Fate::NotSent:
        showFailure(asked, outcome.error);
        return;
    case Fate::ValueLost:
    case Fate::MayBeCreated:
        m_unfinished.insert(asked.server.address, asked.draft);
        if (m_dialog)
            m_dialog->accept();
        keepLost(std::move(asked));
        return;
    }
}

void GenerateCommand::showFailure(const OpenGenerate &asked, const ApiError &error)
{
    const ErrorSentence why = sentenceFor(error, Deed::Generate, asked.server.name);
    if (asked.hasSession() && m_dialog) {
        m_dialog->showError(why, error);
        return;
    }
    // The form goes with its server; what was typed there is offered when it is opened again.
    m_unfinished.insert(asked.server.address, asked.draft);
    if (m_dialog)
        m_dialog->accept();
    say(asked.session, asked.server.name,
        {.id = u"notcreated:"_s + asked.server.address,
         .severity = Severity::Bad,
         .lead = tr("The token %1 was not created.").arg(shownName(asked.draft.name)),
         .text = why.plain()});
}

void GenerateCommand::showValue(const OpenGenerate &asked, GenerateOutcome &&outcome)
{
    const Token token = outcome.token;
    auto *dialog =
        new GeneratedDialog(asked.session ? factsOf(*asked.session) : asked.server, token,
                            std::move(outcome.value), m_clipboard, asked.clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (outcome.expirationIgnored)
        dialog->setWarning(tr("Central set another expiration than you asked for: %1.")
                               .arg(longTime(token.expiresAt)),
                           tr("Centrals before 4.4 give every token 365 days. Revoke it if that is "
                              "too long."));
    connect(dialog, &GeneratedDialog::saveRequested, dialog, [dialog](const QString &path) {
        const Secret text = dialog->handedOver();
        if (const auto saved = saveSecret(path, text); !saved)
            dialog->showSaveFailed(
                tr("%1 was not saved: %2. Choose another place, or copy the value.")
                    .arg(path, saved.error()));
        else
            dialog->showSaved(path);
    });
    connect(dialog, &GeneratedDialog::revokeRequested, this,
            [this, token, on = asked.session, server = asked.server.name] {
                m_revoke->runFor(on, server, QList<Token>{token});
            });
    dialog->open();
}

void GenerateCommand::keepLost(OpenGenerate lost)
{
    const QPointer<Session> on = lost.session;
    m_lost.add(std::move(lost));
    if (on)
        on->refresh();
}

void GenerateCommand::tellLost(const QString &id)
{
    const OpenGenerate *lost = m_lost.find(id);
    if (!lost)
        return; // closed meanwhile
    const bool saysTheSame = m_told.value(id) == lost->state;
    m_told.insert(id, lost->state);
    // Another time alone does not bring it over what was said since.
    if (saysTheSame && lost->state == OpenGenerate::State::NoneYet
        && window()->messageBar()->message().id != lostMessageId(id))
        return;
    switch (lost->state) {
    case OpenGenerate::State::Waiting:
        sayLost(*lost, tr("It was asked for once and is not asked for again. The list is being "
                          "read."));
        return;
    case OpenGenerate::State::Unreadable:
        sayLost(*lost, tr("It was asked for once and is not asked for again. The list could not be "
                          "read either: refresh once Central answers. What may have been made is "
                          "then shown here."));
        return;
    case OpenGenerate::State::Left:
        sayLost(*lost, tr("It was asked for once and is not asked for again. Go back to %1 and "
                          "look for the name.")
                           .arg(shownName(lost->server.name)));
        return;
    case OpenGenerate::State::NoneYet:
        sayLost(*lost, tr("It was asked for once and is not asked for again. The list was read "
                          "again at %1 and shows no such token yet: look once more in a minute, "
                          "then generate again.")
                           .arg(clockTime(lost->listedAt)));
        return;
    case OpenGenerate::State::Found:
        showCandidates(*lost);
        return;
    }
}

void GenerateCommand::sayLost(const OpenGenerate &lost, const QString &text)
{
    const QString name = shownName(lost.draft.name);
    say(lost.session, lost.server.name,
        {.id = lostMessageId(lost.id),
         .severity = Severity::Caution,
         .symbol = u"unknown"_s,
         .lead = lost.fate == Fate::ValueLost
                     ? tr("The token %1 was created, but its value was lost on the way.").arg(name)
                     : tr("The token %1 may have been created.").arg(name),
         .text = text});
}

void GenerateCommand::showCandidates(const OpenGenerate &lost)
{
    const QPointer<CandidateList> before = m_candidates.value(lost.id);
    const bool hadFocus = before && before->isAncestorOf(QApplication::focusWidget());
    sayLost(lost, tr("It was asked for once and is not asked for again. The list was read again at "
                     "%1 and shows %Ln candidate(s). No value reached this computer: revoke what "
                     "you do not need, then generate again.",
                     nullptr, int(lost.candidates.size()))
                      .arg(clockTime(lost.listedAt)));
    auto *list = new CandidateList(lost.candidates, lost.clock->now());
    m_candidates.insert(lost.id, list);
    connect(list, &CandidateList::keepRequested, &m_lost,
            [this, id = lost.id](const QString &token) { m_lost.keep(id, token); });
    connect(list, &CandidateList::revokeRequested, this,
            [this, on = lost.session, server = lost.server.name](const QString &token) {
                m_revoke->runFor(on, server, QStringList{token});
            });
    window()->messageBar()->setExtra(lostMessageId(lost.id), list);
    if (hadFocus) // it was in the list that this one replaces
        list->setFocus();
}

} // namespace rox
