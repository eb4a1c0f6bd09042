// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historystate.h"
#include "models/tokens/token.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace rox {

class DurableJournal;
class HistoryStore;
class ServerId;
class Session;
class SessionPool;
struct HistoryView;

/// Has every list that a session reads recorded in the history of its Central, and gives each
/// session what is remembered of that Central's tokens.
class HistoryKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    HistoryKeeper(HistoryStore *store, DurableJournal *journal, SessionPool *pool,
                  QObject *parent = nullptr);

    /// The history of this Central has something new that no list brought.
    void readAgain(const QString &address) { giveAgain(address, nullptr); }

Q_SIGNALS:
    /// The state of the history of this server's Central.
    void stateChanged(const QString &server, const QString &name, const rox::HistoryState &state);
    /// These were revoked, and Central lists them as not revoked.
    void activeAgain(const QString &server, const QString &name, const QList<rox::Token> &tokens);

private:
    void followNext(const ServerId &server);
    void follow(Session *session);
    void record(Session *session);
    void give(Session *session, const HistoryView &view);
    /// Reads again what is remembered, for every session at this address but one.
    void giveAgain(const QString &address, const Session *butOne);
    void tellState(const QString &address, const HistoryState &state);

    HistoryStore *m_store;
    SessionPool *m_pool;
    QList<QPointer<Session>> m_sessions; ///< followed
    QTimer m_again;                      ///< runs while m_settledAt is to be read again
    QSet<QString> m_settledAt;           ///< addresses
};

} // namespace rox
