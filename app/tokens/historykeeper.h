// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historystate.h"
#include "models/tokens/kepthistory.h"
#include "models/tokens/token.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace rox {

class CreatorReader;
class DurableJournal;
class HistoryStore;
class ServerId;
class Session;
class SessionPool;
struct HistoryView;
struct ListRead;

/// Has every list that a session reads recorded in the history of its Central, and gives each
/// session what is remembered of that Central's tokens. Which Central is at the session's address
/// is asked first, so that no list is recorded in the history of another one. A list for which that
/// is not known in time is recorded as of a Central that has not told who it is.
class HistoryKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    HistoryKeeper(HistoryStore *store, DurableJournal *journal, SessionPool *pool,
                  QObject *parent = nullptr);
    ~HistoryKeeper() override; ///< records the lists that still wait

    /// The history of this Central has something new that no list brought.
    void readAgain(const QString &address) { giveAgain(address, nullptr); }
    /// Forgets the history at this address; as HistoryStore::forget(). Its sessions remember
    /// nothing any more, and the next list that is asked for begins it anew.
    void forget(const QString &address, QObject *context,
                std::function<void(const ForgottenHistory &)> handler);
    /// The same with every history on the disk.
    void forgetAll(QObject *context, std::function<void(const ForgottenHistory &)> handler);

Q_SIGNALS:
    /// The state of the history of this server's Central.
    void stateChanged(const QString &server, const QString &name, const rox::HistoryState &state);
    /// These were revoked, and Central lists them as not revoked.
    void activeAgain(const QString &server, const QString &name, const QList<rox::Token> &tokens);
    /// Another history belongs to the Central of this session: what is open there is to be loaded.
    void moved(rox::Session *session);

private:
    struct Followed;
    void followNext(const ServerId &server);
    void follow(Session *session);
    void open(Session *session);
    void identify(const std::shared_ptr<Followed> &followed);
    void takeList(const std::shared_ptr<Followed> &followed);
    void recordWaiting(const std::shared_ptr<Followed> &followed);
    void record(Session *session, const ListRead &read);
    void openAgain(const QString &address);
    void recordRoles(Session *session);
    void give(Session *session, const HistoryView &view);
    /// Reads again what is remembered, for every session at this address but one.
    void giveAgain(const QString &address, const Session *butOne);
    [[nodiscard]] QList<QPointer<Session>>
    letGo(const std::function<bool(const QString &address)> &isMeant);
    void tellState(const QString &address, const HistoryState &state);

    HistoryStore *m_store;
    SessionPool *m_pool;
    CreatorReader *m_creators;
    QList<QPointer<Session>> m_sessions; ///< followed, or will be once they have started
    QList<std::shared_ptr<Followed>> m_followed;
    QList<std::shared_ptr<Followed>> m_waitingAt; ///< those with a list that waits
    QTimer m_again;                               ///< runs while m_settledAt is to be read again
    QSet<QString> m_settledAt;                    ///< addresses
    QSet<QString> m_forgotten;                    ///< addresses whose new history has no name yet
};

} // namespace rox
