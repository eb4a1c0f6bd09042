// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/generatecommand.h"

#include "app/commands/revokecommand.h"
#include "app/generatecandidates.h"
#include "app/secretfile.h"
#include "app/session.h"
#include "app/tokenlisting.h"
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

void GenerateCommand::run()
{
    if (m_dialog || !session())
        return;
    auto *roles = new RoleListModel;
    const auto count = [this](const QString &name) {
        return session()
                   ? int(listing()->table()->liveRowsNamed(name, session()->clock()->now()).size())
                   : 0;
    };
    m_dialog = new GenerateDialog(session()->facts(), roles, count, session()->clock(), window());
    roles->setParent(m_dialog);
    m_roles = roles;
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_unfinished.name.isEmpty())
        m_dialog->setDraft(m_unfinished);
    connect(m_dialog, &GenerateDialog::generateRequested, this, &GenerateCommand::generate);
    connect(m_dialog, &GenerateDialog::retryRolesRequested, this, &GenerateCommand::askForRoles);
    connect(session(), &QObject::destroyed, m_dialog, &QObject::deleteLater);
    m_dialog->open();
    askForRoles();
}

void GenerateCommand::askForRoles()
{
    m_dialog->setRolesLoading(true);
    session()->client()->allowedRoles(m_dialog, [this](Result<AllowedRoles> allowed) {
        m_dialog->setRolesLoading(false);
        if (!allowed) {
            m_dialog->setRolesFailed(
                sentenceFor(allowed.error(), Deed::AllowedRoles, session()->name()));
            return;
        }
        m_roles->setRoles(allowed->names, session()->roleGrants());
        if (allowed->unfiltered)
            m_dialog->setRolesNote(tr("This Central is older than 4.3 and does not say which roles "
                                      "you may give: it may refuse some of these."));
        if (!m_unfinished.roles.isEmpty())
            m_roles->setChecked(m_unfinished.roles);
    });
}

void GenerateCommand::generate(const TokenDraft &draft)
{
    m_dialog->clearError();
    m_dialog->setBusy(true);
    m_before = listing()->table();
    // The command outlives the dialog; an answer must be settled even if the window went.
    session()->client()->generate(draft, this, [this, draft](GenerateOutcome &&outcome) {
        settle(draft, std::move(outcome));
    });
}

void GenerateCommand::settle(const TokenDraft &draft, GenerateOutcome &&outcome)
{
    if (m_dialog)
        m_dialog->setBusy(false);
    m_unfinished = {};
    switch (outcome.fate) {
    case Fate::Made:
        if (m_dialog)
            m_dialog->accept();
        session()->noteGenerated(outcome.token);
        window()->selectIds({outcome.token.id});
        showValue(std::move(outcome));
        return;
    case Fate::Refused:
    case Fate::NotSent:
        if (m_dialog)
            m_dialog->showError(sentenceFor(outcome.error, Deed::Generate, session()->name()),
                                outcome.error);
        return;
    case Fate::ValueLost:
    case Fate::MayBeCreated:
        m_unfinished = draft;
        if (m_dialog)
            m_dialog->accept();
        lookForCandidates(draft, outcome.fate, outcome.askedAt);
        return;
    }
}

void GenerateCommand::showValue(GenerateOutcome &&outcome)
{
    const Token token = outcome.token;
    auto *dialog = new GeneratedDialog(session()->facts(), token, std::move(outcome.value),
                                       m_clipboard, session()->clock(), window());
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
            [this](const QString &id) { m_revoke->runFor({id}); });
    dialog->open();
}

void GenerateCommand::lookForCandidates(const TokenDraft &draft, Fate fate, UtcMs askedAt)
{
    sayUncertain(draft, fate,
                 tr("It was asked for once and is not asked for again. The list is being read."));
    auto *watch = new QObject(this);
    connect(session(), &QObject::destroyed, watch, &QObject::deleteLater);
    connect(session(), &Session::tableChanged, watch, [=, this] {
        watch->deleteLater();
        showCandidates(draft, fate, askedAt);
    });
    connect(session(), &Session::listFailed, watch, [=, this] {
        watch->deleteLater();
        sayUncertain(draft, fate,
                     tr("It was asked for once and is not asked for again. The list could not be "
                        "read either: refresh once Central answers, and look for the name."));
    });
    session()->refresh();
}

void GenerateCommand::sayUncertain(const TokenDraft &draft, Fate fate, const QString &text)
{
    const QString name = shownText(draft.name, NameLength);
    window()->messageBar()->show(
        {.id = MessageId,
         .severity = Severity::Caution,
         .symbol = u"unknown"_s,
         .lead = fate == Fate::ValueLost
                     ? tr("The token %1 was created, but its value was lost on the way.").arg(name)
                     : tr("The token %1 may have been created.").arg(name),
         .text = text});
}

void GenerateCommand::showCandidates(const TokenDraft &draft, Fate fate, UtcMs askedAt)
{
    const UtcMs now = session()->clock()->now();
    const QList<Candidate> candidates =
        generateCandidates(*session()->table(), *m_before, draft, askedAt);
    if (candidates.isEmpty()) {
        sayUncertain(draft, fate,
                     tr("It was asked for once and is not asked for again. The list was read "
                        "again at %1 and shows no such token yet: look once more in a minute, "
                        "then generate again.")
                         .arg(clockTime(now)));
        return;
    }
    sayUncertain(draft, fate,
                 tr("The connection broke before Central answered. It was asked once and is not "
                    "asked again. The list was read again at %1 and shows %Ln candidate(s). No "
                    "value reached this computer: revoke what you do not need, then generate "
                    "again.",
                    nullptr, int(candidates.size()))
                     .arg(clockTime(now)));
    auto *bar = window()->messageBar();
    auto *list = new CandidateList(candidates, now);
    connect(list, &CandidateList::revokeRequested, this,
            [this](const QString &id) { m_revoke->runFor({id}); });
    connect(list, &CandidateList::emptied, bar, [bar] { bar->dismiss(MessageId); });
    connect(session(), &Session::tableChanged, list, [this, list] {
        const TokenTablePtr table = session()->table();
        list->removeIf([table](const Token &token) {
            const auto row = table->find(token.id);
            return !row || table->revoked(*row);
        });
    });
    bar->setExtra(list);
}

} // namespace rox
