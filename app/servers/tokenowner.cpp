// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/tokenowner.h"

#include "app/servers/serverdirectory.h"
#include "app/servers/sessionpool.h"
#include "models/tokens/tokenclaims.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>

namespace rox {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TokenOwner)
};

/// Its list was asked for after this time, and has no token with this id.
bool isSureNotToHave(const Session *session, const QString &id, UtcMs issuedAt)
{
    return session && session->tokens().list() && session->tokens().lastRead().askedAt > issuedAt
           && !session->table()->find(id);
}

} // namespace

QString whyTokenOfAnother(const Secret &token, const ServerProfile &form,
                          const ServerDirectory &directory, const SessionPool &sessions)
{
    const auto claims = claimsOf(token.view());
    if (!claims || claims->id.isEmpty()
        || !isSureNotToHave(sessions.find(ServerId(form.id)), claims->id, claims->issuedAt))
        return {};
    const auto entries = directory.entries();
    for (const ServerEntry &entry : entries) {
        const Session *session = sessions.find(entry.id());
        const TokenTablePtr table = session ? session->table() : nullptr;
        const auto row = table ? table->find(claims->id) : std::nullopt;
        if (row && entry.profile.endpoint.base != form.endpoint.base)
            return Words::tr("This is %1 of %2. %3 would refuse it.")
                .arg(shownName(table->name(*row)), shownName(entry.profile.name),
                     shownName(form.name));
    }
    return {};
}

} // namespace rox
