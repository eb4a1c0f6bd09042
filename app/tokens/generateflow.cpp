// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/generateflow.h"

#include "app/servers/session.h"
#include "app/tokens/tokenwrites.h"

#include <utility>

namespace rox {

GenerateFlow::GenerateFlow(TokenWrites *writes, Session *session, QObject *parent)
    : QObject(parent)
    , m_writes(writes)
    , m_session(session)
{
    m_server.name = session->name();
    m_server.address = session->address();
    m_server.colorName = session->entry().profile.colorName;
    connect(session, &Session::retired, this, [this] {
        if (!m_isAsking)
            Q_EMIT left();
    });
}

Session *GenerateFlow::session() const
{
    return m_session;
}

bool GenerateFlow::hasSession() const
{
    return m_session && !m_session->isRetired();
}

void GenerateFlow::askForRoles()
{
    if (!hasSession())
        return;
    m_session->reads()->allowedRoles(this, [this](const Result<AllowedRoles> &roles) {
        if (roles)
            Q_EMIT rolesRead(*roles);
        else
            Q_EMIT rolesFailed(roles.error());
    });
}

void GenerateFlow::generate(const TokenDraft &draft)
{
    if (!hasSession() || std::exchange(m_isAsking, true))
        return;
    m_event = {};
    m_event.server = m_session->key();
    m_event.draft = draft;
    m_event.intent = m_writes->generate(
        m_session, draft, this, [this](GenerateOutcome &&outcome) { settle(std::move(outcome)); },
        m_chain);
}

void GenerateFlow::settle(GenerateOutcome &&outcome)
{
    m_isAsking = false;
    m_event.fate = outcome.fate;
    m_event.token = outcome.token;
    m_event.error = outcome.error;
    m_value = std::move(outcome.value);
    m_isExpirationIgnored = outcome.expirationIgnored;
    Q_EMIT settled(m_event);
}

} // namespace rox
