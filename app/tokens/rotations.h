// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/chain.h"
#include "models/rotate/rotationrow.h"
#include "models/tokens/tokenevent.h"
#include "network/central/centralclient.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>

namespace rox {

class Clock;
class DurableJournal;
class HistoryStore;
class ServerDirectory;
class Session;
class SessionPool;
class TokenWrites;

/// How an attempt to revoke the old token of a rotation has ended.
struct OldTokenEnd
{
    enum class How {
        Answered,      ///< `verdict` says how
        RevokedBefore, ///< it was read first, and is revoked or gone: nothing was asked
        InUse,         ///< it is the token that signs in: nothing was asked
        NotRead,       ///< it could not be read first: nothing was asked
        Offline,       ///< no session can ask
    };
    How how = How::Offline;
    RevokeVerdict verdict = {}; ///< Answered only
    ApiError error = {};        ///< NotRead only
    bool isOnDate = false;      ///< the program asked by itself
};

/// The rotations on all servers: the steps that the histories have, and how each stands by the
/// lists of the open sessions. Revokes an old token on its date, if this process has waited for it.
class Rotations : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    Rotations(HistoryStore *store, DurableJournal *journal, TokenWrites *writes,
              QObject *parent = nullptr);

    /// Takes in the sessions of the pool. `directory` names the servers.
    void follow(SessionPool *pool, ServerDirectory *directory);
    /// Takes in the histories of the profiles that were not opened, from now on. Each is a file to
    /// open, so call it once the first list is on the screen.
    void readProfiles();
    void adopt(Session *session);

    /// What needs a person first. Without those for which no token was made.
    [[nodiscard]] QList<RotationRow> rows() const;
    [[nodiscard]] std::optional<RotationRow> find(const QUuid &chain) const;
    /// The same of one Central.
    [[nodiscard]] QList<RotationRow> rowsAt(const QString &address) const;
    /// Those under way of which this token is the old or the new one.
    [[nodiscard]] QList<RotationRow> ofToken(const QString &address, const QString &tokenId) const;
    /// The session that can ask the Central of this rotation; null: none.
    [[nodiscard]] Session *sessionOf(const QUuid &chain) const;

    /// Reads the steps of this Central again, which another process may have added. `then` is not
    /// called after `context` died.
    void reload(const QString &address, QObject *context = nullptr,
                std::function<void()> then = {});
    /// Records a step. changed() tells when it counts.
    void note(const QString &address, const ChainNote &note);

    void changePlan(const QUuid &chain, const OldTokenPlan &plan);
    void putOff(const QUuid &chain);
    /// Revokes nothing.
    void giveUp(const QUuid &chain);
    using CheckHandler = std::function<void(const SuccessorCheck &, const ApiError &)>;
    /// Asks Central who this value is, which was pasted from where the new token is kept. `then` is
    /// not called after `context` died.
    void check(const QUuid &chain, const Secret &value, const Limits &limits, QObject *context,
               CheckHandler then);
    /// Reads the old token once more, and has it revoked unless it is revoked or in use. Whether
    /// that is wise was asked before. oldTokenEnded() reports.
    void revokeOld(const QUuid &chain);
    [[nodiscard]] const Clock *clock() const;
    [[nodiscard]] bool isRevoking(const QUuid &chain) const { return m_revoking.contains(chain); }

    /// A date that passes while the computer sleeps or is too slow is late after this.
    static constexpr UtcMs Grace = 2 * MinuteMs;

Q_SIGNALS:
    void changed(); ///< rows()
    void oldTokenEnded(const QUuid &chain, const rox::OldTokenEnd &end);

private:
    struct Known
    {
        QString address;
        Rotation rotation;
    };
    void read(const QString &address);
    void take(const QString &address, const QList<ChainRow> &rows);
    void readNewProfiles();
    [[nodiscard]] std::optional<Known> known(const QUuid &chain) const;
    [[nodiscard]] Session *sessionAt(const QString &address) const;
    [[nodiscard]] RotationRow rowOf(const Known &known) const;
    [[nodiscard]] UtcMs nowAt(const QString &address) const;
    void revoke(const QUuid &chain, bool isOnDate);
    void askToRevoke(const Known &known, Session *session, const Token &token, bool isOnDate);
    void end(const QUuid &chain, const OldTokenEnd &end);
    void checkDates();
    void planNextDate();

    HistoryStore *m_store;
    DurableJournal *m_journal;
    TokenWrites *m_writes;
    QPointer<SessionPool> m_pool;
    QPointer<ServerDirectory> m_directory;
    QList<QPointer<Session>> m_sessions;
    QHash<QString, QList<Rotation>> m_byAddress;
    QSet<QString> m_reading, m_readAgain; ///< addresses
    struct Waiter
    {
        QString address;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    QList<Waiter> m_waiters;
    QHash<QUuid, UtcMs> m_armed; ///< dates that were seen while they lay ahead, by chain
    QSet<QUuid> m_revoking;      ///< chains
    struct Asked
    {
        QUuid chain;
        bool isOnDate = false;
    };
    QHash<IntentId, Asked> m_asked;
    QTimer m_nextDate;
};

} // namespace rox

Q_DECLARE_METATYPE(rox::OldTokenEnd)
