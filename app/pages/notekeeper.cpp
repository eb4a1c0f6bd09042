// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/notekeeper.h"

#include "app/pages/historymessages.h"
#include "app/tokens/historykeeper.h"
#include "models/history/historystore.h"
#include "ui/details/detailspanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tokenarea.h"

namespace rox {

namespace {

/// Of the server that the window is on, else of one that knows the token: ids are unique.
Session *sessionOf(const CommandContext &context, const QString &tokenId)
{
    Session *opened = context.opened();
    if (opened && opened->tokens().token(tokenId))
        return opened;
    const auto entries = context.directory->entries();
    for (const ServerEntry &entry : entries) {
        Session *session = context.sessions->find(entry.id());
        if (session && session->tokens().token(tokenId))
            return session;
    }
    return opened;
}

} // namespace

NoteKeeper::NoteKeeper(HistoryStore *store, HistoryKeeper *keeper, CommandContext *context,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_context(context)
    , m_details(context->window->tokens()->details())
{
    connect(m_details, &DetailsPanel::noteChosen, this, &NoteKeeper::keep);
}

void NoteKeeper::keep(const QString &tokenId, NoteKind kind, const QString &text)
{
    const Session *session = sessionOf(*m_context, tokenId);
    if (!session) {
        m_details->settleNote(tokenId, kind, text,
                              tr("Not kept: no server is open. The text stays here."));
        return;
    }
    const QString address = session->address();
    m_store->annotate(
        address, {tokenId, kind, text, session->clock()->now()}, this,
        [this, address, tokenId, kind, text](const WriteOutcome &outcome) {
            const QString reason =
                outcome.isWritten
                    ? QString()
                    : tr("Not kept: the history cannot be written. %1 The text stays here "
                         "until you close the program.")
                          .arg(whyNotKept(outcome.state));
            if (m_details)
                m_details->settleNote(tokenId, kind, text, reason);
            if (outcome.isWritten)
                m_keeper->readAgain(address);
        });
}

} // namespace rox
