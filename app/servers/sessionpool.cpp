// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionpool.h"

#include "app/servers/credentialvault.h"

#include <utility>

namespace rox {

SessionPool::SessionPool(ServerDirectory *directory, CredentialVault *vault, const Clock *clock,
                         QObject *parent, Limits limits)
    : QObject(parent)
    , m_directory(directory)
    , m_vault(vault)
    , m_clock(clock)
    , m_limits(std::move(limits))
{
    connect(directory, &ServerDirectory::changed, this, &SessionPool::followDirectory);
    connect(vault, &CredentialVault::keptAtLast, this, [this](const QUuid &profile) {
        if (Session *session = find(ServerId(profile)))
            session->setCredentialState(KeychainState::Stored);
    });
}

Session *SessionPool::find(const ServerId &id) const
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second;
}

Session *SessionPool::withKey(const QString &key) const
{
    const auto id = ServerId::parse(key);
    return id ? find(*id) : nullptr;
}

Session *SessionPool::put(const ServerId &id)
{
    const auto entry = m_directory->find(id);
    if (!entry)
        return nullptr;
    m_cleared.erase(id);
    auto *session = new Session(*entry, m_vault, m_clock, this, m_limits);
    Session *before = std::exchange(m_sessions[id], session);
    if (before)
        before->retire(); // stays until the outcome of its writes is known
    connect(session, &Session::retired, this, [this, id, session] {
        if (find(id) != session)
            return;
        m_sessions.erase(id);
        Q_EMIT changed(id);
    });
    Q_EMIT changed(id);
    return session;
}

Session *SessionPool::open(const ServerId &id)
{
    Session *session = put(id);
    if (session)
        session->open();
    return session;
}

Session *SessionPool::open(const ServerId &id, Connection connection)
{
    Session *session = put(id);
    if (session) {
        session->start(std::move(connection));
        session->refresh();
    }
    return session;
}

Session *SessionPool::open(const ServerId &id, SignInFlow::Signed result)
{
    Session *session = put(id);
    if (session) {
        session->start(std::move(result));
        session->refresh();
    }
    return session;
}

Session *SessionPool::await(const ServerId &id)
{
    return open(id);
}

void SessionPool::close(const ServerId &id)
{
    if (Session *session = find(id))
        session->retire();
}

void SessionPool::clearCredentials()
{
    const auto all = m_sessions;
    for (const auto &[id, session] : all) {
        const ServerEntry &entry = session->entry();
        const bool isKept = entry.isProfile()
                            && m_vault->placeOf(entry.profile) == CredentialVault::Place::Keychain;
        if (!isKept || (!session->isStarted() && session->state() != Session::State::Opening))
            continue;
        m_cleared.insert(id);
        session->retire();
    }
}

void SessionPool::openCleared()
{
    const auto all = std::exchange(m_cleared, {});
    for (const ServerId &id : all)
        open(id);
}

void SessionPool::followDirectory()
{
    const auto all = m_sessions;
    for (const auto &[id, session] : all) {
        const auto entry = m_directory->find(id);
        if (!entry)
            session->retire();
        else if (session->isFor(*entry))
            session->setEntry(*entry);
        else
            open(id); // reads the credential by the key of the profile as it is now
    }
}

} // namespace rox
