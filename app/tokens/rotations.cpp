// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/rotations.h"

#include "app/servers/sessionpool.h"
#include "app/tokens/tokenwrites.h"
#include "app/tokens/valuequestion.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "models/rotate/rotationchain.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace rox {

using namespace std::chrono_literals;
using How = OldTokenEnd::How;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;

namespace {

/// QTimer takes no more than 24 days, and the clock may be set meanwhile.
constexpr std::chrono::milliseconds LongestWait = 1min;

} // namespace

Rotations::Rotations(HistoryStore *store, DurableJournal *journal, TokenWrites *writes,
                     QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_journal(journal)
    , m_writes(writes)
{
    connect(journal, &DurableJournal::settled, this, &Rotations::read);
    connect(writes, &TokenWrites::revokeAnswered, this, [this](const RevokeEvent &event) {
        const auto asked = m_asked.constFind(event.intent);
        if (asked == m_asked.cend())
            return;
        const Asked of = *asked;
        m_asked.erase(asked);
        end(of.chain, {.how = How::Answered, .verdict = event.verdict, .isOnDate = of.isOnDate});
    });
    m_nextDate.setSingleShot(true);
    m_nextDate.setTimerType(Qt::PreciseTimer);
    connect(&m_nextDate, &QTimer::timeout, this, &Rotations::checkDates);
}

void Rotations::follow(SessionPool *pool, ServerDirectory *directory)
{
    m_pool = pool;
    m_directory = directory;
    connect(pool, &SessionPool::changed, this, [this](const ServerId &id) {
        if (Session *session = m_pool->find(id))
            adopt(session);
        Q_EMIT changed();
    });
}

void Rotations::readProfiles()
{
    connect(m_directory, &ServerDirectory::changed, this, &Rotations::readNewProfiles,
            Qt::UniqueConnection);
    readNewProfiles();
}

void Rotations::readNewProfiles()
{
    const auto entries = m_directory->entries();
    for (const ServerEntry &entry : entries) {
        if (entry.isProfile() && !m_byAddress.contains(entry.profile.endpoint.display()))
            read(entry.profile.endpoint.display());
    }
    Q_EMIT changed();
}

void Rotations::adopt(Session *session)
{
    m_sessions.removeIf([](const QPointer<Session> &each) { return !each || each->isRetired(); });
    if (m_sessions.contains(session))
        return;
    m_sessions.append(session);
    connect(session, &Session::started, this, [this, session] { read(session->address()); });
    for (const auto signal : {&Session::factAdded, &Session::factsChanged, &Session::historyChanged,
                              &Session::standingChanged})
        connect(session, signal, this, &Rotations::changed);
    connect(session, &Session::listRead, this, [this] {
        checkDates();
        Q_EMIT changed();
    });
    if (session->isStarted())
        read(session->address());
}

void Rotations::reload(const QString &address, QObject *context, std::function<void()> then)
{
    if (then)
        m_waiters.append({address, context, std::move(then)});
    read(address);
}

/// One read at a time: a thousand revokes are a few reads.
void Rotations::read(const QString &address)
{
    if (address.isEmpty())
        return;
    if (m_reading.contains(address)) {
        m_readAgain.insert(address);
        return;
    }
    m_reading.insert(address);
    m_store->chains(address, this, [this, address](const QList<ChainRow> &rows) {
        m_reading.remove(address);
        take(address, rows);
        if (m_readAgain.remove(address)) {
            read(address);
            return;
        }
        QList<Waiter> ready;
        for (qsizetype i = m_waiters.size(); i-- > 0;) {
            if (m_waiters.at(i).address == address)
                ready.prepend(m_waiters.takeAt(i));
        }
        for (const Waiter &waiter : std::as_const(ready)) {
            if (waiter.context)
                waiter.then();
        }
    });
}

void Rotations::take(const QString &address, const QList<ChainRow> &rows)
{
    const QList<Rotation> rotations = rotationsOf(rows);
    const auto before = m_byAddress.constFind(address);
    if (before != m_byAddress.cend() && *before == rotations)
        return;
    m_byAddress.insert(address, rotations);
    planNextDate();
    Q_EMIT changed();
}

std::optional<Rotations::Known> Rotations::known(const QUuid &chain) const
{
    for (auto it = m_byAddress.cbegin(); it != m_byAddress.cend(); ++it) {
        for (const Rotation &rotation : it.value()) {
            if (rotation.chain == chain)
                return Known{it.key(), rotation};
        }
    }
    return std::nullopt;
}

/// A session that Central answers comes first.
Session *Rotations::sessionAt(const QString &address) const
{
    Session *found = nullptr;
    for (const QPointer<Session> &session : m_sessions) {
        if (!session || !session->isStarted() || session->address() != address)
            continue;
        if (session->standing() == Standing::Connected)
            return session;
        found = found ? found : session.data();
    }
    return found;
}

Session *Rotations::sessionOf(const QUuid &chain) const
{
    const auto found = known(chain);
    return found ? sessionAt(found->address) : nullptr;
}

UtcMs Rotations::nowAt(const QString &address) const
{
    const Session *session = sessionAt(address);
    return session ? session->centralClock()->now() : m_writes->clock()->now();
}

RotationRow Rotations::rowOf(const Known &known) const
{
    RotationRow row;
    row.rotation = known.rotation;
    row.server.address = row.server.name = known.address;
    if (m_directory) {
        const auto entries = m_directory->entries();
        const auto entry = std::find_if(entries.cbegin(), entries.cend(), [&](const auto &each) {
            return each.profile.endpoint.display() == known.address;
        });
        if (entry != entries.cend()) {
            row.key = entry->id().toString();
            row.server.name = entry->profile.name;
            row.server.colorName = entry->profile.colorName;
        }
    }
    row.facts.now = nowAt(known.address);
    if (const Session *session = sessionAt(known.address)) {
        row.key = session->key();
        row.server.name = session->name();
        row.server.colorName = session->entry().profile.colorName;
        // An old list proves that a token is gone, not that it still works.
        const auto found = [&](const QString &id) {
            const auto state = foundIn(session->table().get(), id, row.facts.now);
            return session->tokens().isListOfHistory() && state == RotationFacts::Found::Live
                       ? RotationFacts::Found::NotKnown
                       : state;
        };
        row.facts.oldToken = found(known.rotation.old.id);
        if (!known.rotation.newId.isEmpty())
            row.facts.newToken = found(known.rotation.newId);
        row.facts.isSignedInWithOld = session->signedInTokenId() == known.rotation.old.id;
        row.facts.listedAt =
            session->tokens().lastRead().askedAt == NoTime
                ? NoTime
                : session->tokens().lastRead().askedAt + session->centralClock()->ahead();
    }
    row.standing = standingOf(row.rotation, row.facts);
    return row;
}

QList<RotationRow> Rotations::rows() const
{
    QList<RotationRow> rows;
    const QStringList addresses = m_byAddress.keys();
    for (const QString &address : addresses)
        rows += rowsAt(address);
    sortRows(&rows);
    return rows;
}

QList<RotationRow> Rotations::rowsAt(const QString &address) const
{
    QList<RotationRow> rows;
    const auto rotations = m_byAddress.value(address);
    for (const Rotation &rotation : rotations) {
        RotationRow row = rowOf({address, rotation});
        if (row.standing.state != State::NotBegun)
            rows.append(std::move(row));
    }
    sortRows(&rows);
    return rows;
}

std::optional<RotationRow> Rotations::find(const QUuid &chain) const
{
    const auto found = known(chain);
    return found ? std::optional(rowOf(*found)) : std::nullopt;
}

QList<RotationRow> Rotations::ofToken(const QString &address, const QString &tokenId) const
{
    QList<RotationRow> rows = rowsAt(address);
    rows.removeIf([&](const RotationRow &row) {
        const Rotation &rotation = row.rotation;
        return !row.standing.isUnderWay()
               || (rotation.old.id != tokenId && rotation.newId != tokenId);
    });
    return rows;
}

void Rotations::note(const QString &address, const ChainNote &note)
{
    m_store->note(address, note, this, [](const bool &) {});
    read(address); // after it, in the same thread
}

void Rotations::changePlan(const QUuid &chain, const OldTokenPlan &plan)
{
    if (const auto found = known(chain))
        note(found->address,
             plannedNote(chain, found->rotation.old, plan, m_writes->clock()->now()));
}

void Rotations::putOff(const QUuid &chain)
{
    if (const auto found = known(chain))
        note(found->address, putOffNote(found->rotation, m_writes->clock()->now()));
}

void Rotations::giveUp(const QUuid &chain)
{
    if (const auto found = known(chain))
        note(found->address, givenUpNote(found->rotation, m_writes->clock()->now()));
}

void Rotations::check(const QUuid &chain, const Secret &value, const Limits &limits,
                      QObject *context, CheckHandler then)
{
    const auto found = known(chain);
    Session *session = found ? sessionAt(found->address) : nullptr;
    if (!session) {
        QMetaObject::invokeMethod(
            context, [then = std::move(then)] { then({}, errorOf(ApiError::Kind::NotSent)); },
            Qt::QueuedConnection);
        return;
    }
    const auto ask = [this, found = *found, context = QPointer(context),
                      then = std::move(then)](const Result<Identity> &who) {
        const UtcMs now = m_writes->clock()->now();
        SuccessorCheck check = checkOf(who, found.rotation.successor(), now);
        check.isFromStore = true;
        note(found.address, checkedNote(found.rotation, check, now));
        if (context)
            then(check, who ? ApiError{} : who.error());
    };
    askWithValue(*session->client(), value, limits, this, ask);
}

const Clock *Rotations::clock() const
{
    return m_writes->clock();
}

void Rotations::revokeOld(const QUuid &chain)
{
    revoke(chain, false);
}

void Rotations::revoke(const QUuid &chain, bool isOnDate)
{
    const auto found = known(chain);
    if (!found || m_revoking.contains(chain))
        return;
    m_revoking.insert(chain);
    Session *session = sessionAt(found->address);
    if (!session) {
        end(chain, {.how = How::Offline, .isOnDate = isOnDate});
        return;
    }
    // It may be revoked already, and the answer to a revoke would not tell. The session stays for
    // the answer, even if it is retired.
    session->reads()->token(found->rotation.old.id, this,
                            [this, found = *found, session, write = session->beginWrite(),
                             isOnDate](const Result<Token> &token) {
                                if (token && !token->revoked) {
                                    askToRevoke(found, session, *token, isOnDate);
                                    return;
                                }
                                const bool isGone =
                                    !token && token.error().kind == ApiError::Kind::NotFound;
                                if (token)
                                    session->noteRevoked({found.rotation.old.id});
                                else if (isGone)
                                    session->noteGone({found.rotation.old.id});
                                OldTokenEnd ended{.isOnDate = isOnDate};
                                ended.how = token || isGone ? How::RevokedBefore : How::NotRead;
                                if (ended.how == How::NotRead)
                                    ended.error = token.error();
                                end(found.rotation.chain, ended);
                            });
}

void Rotations::askToRevoke(const Known &known, Session *session, const Token &token, bool isOnDate)
{
    const QUuid chain = known.rotation.chain;
    if (session->isRetired() || session->signedInTokenId() == token.id) {
        end(chain, {.how = session->isRetired() ? How::Offline : How::InUse, .isOnDate = isOnDate});
        return;
    }
    if (isOnDate)
        note(known.address, onDateNote(known.rotation, m_writes->clock()->now()));
    m_asked.insert(m_writes->revoke(session, token, chain), {chain, isOnDate});
    read(known.address);
}

void Rotations::end(const QUuid &chain, const OldTokenEnd &ended)
{
    m_revoking.remove(chain);
    if (const auto found = known(chain))
        read(found->address);
    Q_EMIT oldTokenEnded(chain, ended);
    Q_EMIT changed();
}

/// Only a date that this process has seen ahead is acted on, and only near to it.
void Rotations::checkDates()
{
    bool isNews = false;
    const auto armed = m_armed;
    for (auto it = armed.cbegin(); it != armed.cend(); ++it) {
        const auto row = find(it.key());
        if (row && row->rotation.plan.at == it.value() && it.value() > row->facts.now)
            continue;
        m_armed.remove(it.key());
        isNews = true;
        if (!row || row->rotation.plan.at != it.value())
            continue; // planned anew
        const Session *session = sessionOf(it.key());
        if (row->facts.now - it.value() <= Grace && mayRevokeOnDate(row->rotation, row->facts)
            && session && session->standing() == Standing::Connected)
            revoke(it.key(), true);
    }
    planNextDate();
    if (isNews)
        Q_EMIT changed(); // it is due now
}

void Rotations::planNextDate()
{
    for (auto it = m_byAddress.cbegin(); it != m_byAddress.cend(); ++it) {
        const UtcMs now = nowAt(it.key());
        for (const Rotation &rotation : it.value()) {
            const bool isAhead = rotation.plan.at != NoTime && rotation.plan.at > now;
            if (isAhead && rotation.plan.way != Way::Keep && rotation.givenUpAt == NoTime)
                m_armed.insert(rotation.chain, rotation.plan.at);
        }
    }
    std::chrono::milliseconds wait = LongestWait;
    for (auto it = m_armed.cbegin(); it != m_armed.cend(); ++it) {
        const auto found = known(it.key());
        const UtcMs left = found ? it.value() - nowAt(found->address) : 0;
        wait = std::clamp(std::chrono::milliseconds(left), std::chrono::milliseconds(1), wait);
    }
    if (!m_armed.isEmpty())
        m_nextDate.start(wait);
}

} // namespace rox
