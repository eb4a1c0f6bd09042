// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/generatecommand.h"

#include "app/commands/revokecommand.h"
#include "app/generatecandidates.h"
#include "app/secretfile.h"
#include "app/session.h"
#include "models/rolelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/generateddialog.h"
#include "ui/dialogs/generatedialog.h"
#include "ui/parts/candidatelist.h"
#include "ui/parts/messagebar.h"
#include "ui/words/times.h"

namespace rox {

using namespace Qt::StringLiterals;
using Fate = GenerateOutcome::Fate;

namespace {

const QString MessageId = u"maybecreated"_s;
constexpr int NameLength = 80; ///< of a name within a sentence, in characters

} // namespace

GenerateCommand::GenerateCommand(Workplace *place, SecretClipboard *clipboard,
                                 RevokeCommand *revoke, QObject *parent)
    : Command(place, parent)
    , m_clipboard(clipboard)
    , m_revoke(revoke)
{}

bool GenerateCommand::Asked::isOpen() const
{
    return session && !session->isRetired();
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
    m_dialog = new GenerateDialog(session()->facts(), roles, count, session()->clock(), window());
    roles->setParent(m_dialog);
    m_roles = roles;
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_unfinishedAt == session()->facts().address)
        m_dialog->setDraft(m_unfinished);
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
        keepTyped(m_session->facts(), m_dialog->draft());
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
    if (!m_unfinished.roles.isEmpty() && m_unfinishedAt == m_session->facts().address)
        m_roles->setChecked(m_unfinished.roles);
}

void GenerateCommand::generate(const TokenDraft &draft)
{
    if (!m_session || m_session->isRetired())
        return;
    m_dialog->clearError();
    m_dialog->setBusy(true);
    m_isAsking = true;
    const Asked asked{m_session, m_session->facts(), m_session->clock(), draft,
                      m_session->table() ? m_session->table()
                                         : std::make_shared<const TokenTable>()};
    // The command outlives the dialog; an answer must be settled even if the window went, and the
    // session stays until it is.
    m_session->client()->generate(
        draft, this, [this, asked, write = m_session->beginWrite()](GenerateOutcome &&outcome) {
            settle(asked, std::move(outcome));
        });
}

void GenerateCommand::settle(Asked asked, GenerateOutcome &&outcome)
{
    m_isAsking = false;
    if (m_dialog)
        m_dialog->setBusy(false);
    m_unfinished = {};
    m_unfinishedAt.clear();
    asked.fate = outcome.fate;
    asked.at = outcome.askedAt;
    switch (outcome.fate) {
    case Fate::Made:
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
        keepTyped(asked.server, asked.draft);
        if (m_dialog)
            m_dialog->accept();
        lookForCandidates(asked);
        return;
    }
}

void GenerateCommand::keepTyped(const ServerFacts &server, const TokenDraft &draft)
{
    m_unfinished = draft;
    m_unfinishedAt = server.address;
}

void GenerateCommand::showFailure(const Asked &asked, const ApiError &error)
{
    const ErrorSentence why = sentenceFor(error, Deed::Generate, asked.server.name);
    if (asked.isOpen() && m_dialog) {
        m_dialog->showError(why, error);
        return;
    }
    // The form goes with its server; what was typed there is offered when it is opened again.
    keepTyped(asked.server, asked.draft);
    if (m_dialog)
        m_dialog->accept();
    say(asked.session, asked.server.name,
        {.id = MessageId,
         .severity = Severity::Bad,
         .lead = tr("The token %1 was not created.").arg(shownText(asked.draft.name, NameLength)),
         .text = why.plain()});
}

void GenerateCommand::showValue(const Asked &asked, GenerateOutcome &&outcome)
{
    const Token token = outcome.token;
    auto *dialog =
        new GeneratedDialog(asked.session ? asked.session->facts() : asked.server, token,
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
    connect(dialog, &GeneratedDialog::revokeRequested, this, [this, asked](const QString &id) {
        m_revoke->runFor(asked.session, asked.server.name, {id});
    });
    dialog->open();
}

void GenerateCommand::lookForCandidates(const Asked &asked)
{
    const QString left = tr("It was asked for once and is not asked for again. Go back to %1 and "
                            "look for the name.")
                             .arg(shownText(asked.server.name, NameLength));
    if (!asked.isOpen()) {
        sayUncertain(asked, left);
        return;
    }
    sayUncertain(asked,
                 tr("It was asked for once and is not asked for again. The list is being read."));
    Session *session = asked.session;
    auto *watch = new QObject(this);
    connect(session, &Session::retired, watch, [=, this] {
        watch->deleteLater();
        sayUncertain(asked, left);
    });
    connect(session, &Session::tableChanged, watch, [=, this] {
        watch->deleteLater();
        showCandidates(asked);
    });
    connect(session, &Session::listFailed, watch, [=, this] {
        watch->deleteLater();
        sayUncertain(asked,
                     tr("It was asked for once and is not asked for again. The list could not be "
                        "read either: refresh once Central answers, and look for the name."));
    });
    session->refresh();
}

void GenerateCommand::sayUncertain(const Asked &asked, const QString &text)
{
    const QString name = shownText(asked.draft.name, NameLength);
    say(asked.session, asked.server.name,
        {.id = MessageId,
         .severity = Severity::Caution,
         .symbol = u"unknown"_s,
         .lead = asked.fate == Fate::ValueLost
                     ? tr("The token %1 was created, but its value was lost on the way.").arg(name)
                     : tr("The token %1 may have been created.").arg(name),
         .text = text});
}

void GenerateCommand::showCandidates(const Asked &asked)
{
    Session *session = asked.session;
    if (!session || !session->table())
        return;
    const UtcMs now = asked.clock->now();
    const QList<Candidate> candidates =
        generateCandidates(*session->table(), *asked.before, asked.draft, asked.at);
    if (candidates.isEmpty()) {
        sayUncertain(asked,
                     tr("It was asked for once and is not asked for again. The list was read "
                        "again at %1 and shows no such token yet: look once more in a minute, "
                        "then generate again.")
                         .arg(clockTime(now)));
        return;
    }
    sayUncertain(asked,
                 tr("The connection broke before Central answered. It was asked once and is not "
                    "asked again. The list was read again at %1 and shows %Ln candidate(s). No "
                    "value reached this computer: revoke what you do not need, then generate "
                    "again.",
                    nullptr, int(candidates.size()))
                     .arg(clockTime(now)));
    auto *bar = window()->messageBar();
    auto *list = new CandidateList(candidates, now);
    connect(list, &CandidateList::revokeRequested, this, [this, asked](const QString &id) {
        m_revoke->runFor(asked.session, asked.server.name, {id});
    });
    connect(list, &CandidateList::emptied, bar, [bar] { bar->dismiss(MessageId); });
    connect(session, &Session::tableChanged, list, [session, list] {
        const TokenTablePtr table = session->table();
        list->removeIf([table](const Token &token) {
            const auto row = table->find(token.id);
            return !row || table->revoked(*row);
        });
    });
    bar->setExtra(list);
}

} // namespace rox
