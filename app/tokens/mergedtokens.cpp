// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/mergedtokens.h"

#include "models/values/worker.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace rox {

/// One merge on a worker.
struct MergedTokens::Run
{
    std::vector<MergedTable::List> lists;
};

MergedTokens::MergedTokens(const ServerDirectory *directory, SessionPool *sessions, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_sessions(sessions)
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &MergedTokens::settle);
    connect(directory, &ServerDirectory::changed, this, [this] {
        if (m_isOn)
            m_settle.start();
    });
    connect(sessions, &SessionPool::changed, this, [this](const ServerId &id) {
        if (!m_isOn)
            return;
        if (Session *session = m_sessions->find(id))
            follow(session);
        m_settle.start();
    });
}

void MergedTokens::setRotations(const RotationsByAddress &rotations)
{
    if (std::exchange(m_rotations, rotations) != rotations && m_isOn)
        m_settle.start();
}

void MergedTokens::setOn(bool isOn)
{
    if (std::exchange(m_isOn, isOn) == isOn)
        return;
    m_run = nullptr;
    m_merged = {};
    m_table = nullptr;
    m_settle.stop();
    const auto entries = m_directory->entries();
    for (const ServerEntry &entry : entries) {
        Session *session = m_sessions->find(entry.id());
        if (session && isOn)
            follow(session);
        else if (session)
            disconnect(session, nullptr, &m_settle, nullptr);
    }
    if (isOn)
        settle();
}

void MergedTokens::follow(Session *session)
{
    const auto later = qOverload<>(&QTimer::start);
    disconnect(session, nullptr, &m_settle, nullptr);
    connect(session, &Session::openingChanged, &m_settle, later);
    connect(session, &Session::readingChanged, &m_settle, later);
    connect(session, &Session::listRead, &m_settle, later);
    connect(session, &Session::factAdded, &m_settle, later);
    connect(session, &Session::historyChanged, &m_settle, later);
    connect(session, &Session::listFailed, &m_settle, later);
    connect(session, &Session::factsChanged, &m_settle, later);
    connect(session, &Session::standingChanged, &m_settle, later);
    connect(session->openRevokes(), &OpenRevokes::changed, &m_settle, later);
}

void MergedTokens::settle()
{
    if (!m_isOn)
        return;
    merge();
    Q_EMIT serversChanged();
}

/// One merge at a time: what changes meanwhile is merged after it.
void MergedTokens::merge()
{
    if (m_run)
        return;
    auto lists = this->lists();
    if (m_table && lists == m_merged.lists())
        return;
    m_run = std::make_shared<Run>(Run{std::move(lists)});
    runOnWorker([run = m_run, before = m_merged, all = QPointer(this)]() mutable {
        auto merged = std::make_shared<MergedTable>(run->lists, before);
        merged->table()->prepare();
        runOnMainThread([run, merged, all = std::move(all)] {
            if (!all || all->m_run != run)
                return;
            all->m_run = nullptr;
            all->m_merged = *merged;
            all->m_table = merged->table();
            Q_EMIT all->tableChanged();
            if (all && all->m_isOn)
                all->merge();
        });
    });
}

/// Lists of now come first: of two rows with one id the first is shown.
std::vector<MergedTable::List> MergedTokens::lists()
{
    std::vector<MergedTable::List> lists;
    std::vector<MergedTable::List> old;
    const auto entries = m_directory->entries();
    for (const ServerEntry &entry : entries) {
        const Session *session = m_sessions->find(entry.id());
        if (session && session->table())
            (isOfNow(*session) ? lists : old).push_back({session->table(), partOf(session->key())});
    }
    lists.insert(lists.end(), old.begin(), old.end());
    return lists;
}

TokenTable::Part MergedTokens::partOf(const QString &key)
{
    const qsizetype known = m_keys.indexOf(key);
    if (known >= 0)
        return TokenTable::Part(known);
    m_keys.append(key);
    return TokenTable::Part(m_keys.size() - 1);
}

Session *MergedTokens::sessionOf(TokenTable::Part part) const
{
    return part < m_keys.size() ? m_sessions->withKey(m_keys.at(part)) : nullptr;
}

TokenKnowledge MergedTokens::knowledge() const
{
    TokenKnowledge known;
    known.parts.resize(std::size_t(m_keys.size()));
    const auto entries = m_directory->entries();
    for (qsizetype place = 0; place < entries.size(); ++place) {
        const ServerEntry &entry = entries.at(place);
        const qsizetype part = m_keys.indexOf(entry.id().toString());
        Session *session = m_sessions->find(entry.id());
        if (part < 0 || !session)
            continue;
        TokenKnowledge &of = known.parts[std::size_t(part)];
        of.server = {.key = session->key(),
                     .name = entry.profile.name,
                     .colorName = entry.profile.colorName,
                     .place = int(place),
                     .asOf = session->tableAsOf(),
                     .isOfNow = isOfNow(*session)};
        of.history = session->tokens().history();
        of.listedAt = session->tableAsOf();
        of.roles = KnownRoles(session->roleGrants());
        of.rotations = m_rotations.value(session->address());
        if (!session->isStarted())
            continue;
        const QStringList open = session->openRevokes()->ids();
        of.openRevokes = QSet<QString>(open.cbegin(), open.cend());
        if (session->standing() != Standing::CredentialRefused)
            of.signedInId = session->signedInTokenId();
    }
    return known;
}

bool isOfNow(const Session &session)
{
    return session.isStarted() && session.table() && session.standing() == Standing::Connected
           && !session.tokens().isListOfHistory()
           && (!session.listError() || session.isBeingRenewed());
}

} // namespace rox
