// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/session.h"
#include "models/revoke/revokelistmodel.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace rox {

/// Revokes what a RevokeListModel lists as Waiting: four at a time, the token in use alone and
/// last. Each verdict goes into the model, with what it proves in words; a revoke whose outcome is
/// unknown becomes one of the session's OpenRevokes. A session that is retired meanwhile stays
/// until all have a verdict; one that was before is asked nothing.
class Revocation : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtATime = 4;

    /// A token that is revoked or gone, by what Central said at that time.
    struct Proven
    {
        QString id;
        bool isGone = false; ///< Central has no such token; else it is revoked
        UtcMs provenAt = NoTime;
    };

    Revocation(Session *session, RevokeListModel *model, QObject *parent = nullptr);

    /// Starts, or starts again for what is Waiting.
    void start();
    /// Lets those on their way finish; the rest become Stopped.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Since the last start().
    [[nodiscard]] const QList<Proven> &proven() const { return m_proven; }
    /// Since the last start(): a revoke ended unknown, and no reading of its token succeeded.
    [[nodiscard]] bool hasUnread() const { return m_hasUnread; }

Q_SIGNALS:
    void finished();

private:
    void askNext();
    void ask(const QString &id);
    void settle(const QString &id, const RevokeVerdict &verdict, UtcMs askedAt);
    void noteOpen(const QString &id, RevokeVerdict::Fate fate);

    QPointer<Session> m_session;
    RevokeListModel *m_model;
    std::shared_ptr<void> m_write; ///< while running
    QString m_server;
    const Clock *m_clock;
    QStringList m_waiting; ///< ids, in order; taken from the front
    QString m_last;        ///< the token in use, if it is among them
    qsizetype m_next = 0;
    int m_asking = 0;
    bool m_running = false;
    QList<Proven> m_proven;
    bool m_hasUnread = false;
};

} // namespace rox
