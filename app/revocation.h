// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session.h"
#include "models/revokelistmodel.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace rox {

/// Revokes what a RevokeListModel lists as Waiting: four at a time, the token in use alone and
/// last. Each result goes into the model; what was proven is collected. Central is asked once more
/// about a token that it did not revoke: the result says what was seen then. A session
/// that is retired meanwhile stays until all are settled; one that was before is asked nothing.
class Revocation : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtATime = 4;

    Revocation(Session *session, RevokeListModel *model, QObject *parent = nullptr);

    /// Starts, or starts again for what is Waiting.
    void start();
    /// Lets those on their way finish; the rest become Stopped.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Revoked, or gone already, since the last start().
    [[nodiscard]] const QStringList &revokedIds() const { return m_revokedIds; }

Q_SIGNALS:
    void finished();

private:
    void askNext();
    void ask(const QString &id);
    void settle(const QString &id, const Result<RevokeOutcome> &outcome, UtcMs askedAt);
    void lookAgain(const QString &id, const ApiError &refusal, UtcMs askedAt);
    void fail(const QString &id, const ApiError &error, UtcMs askedAt, const QString &seen = {});
    void done(const QString &id, RevokeListModel::State state, UtcMs askedAt);

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
    QStringList m_revokedIds;
};

} // namespace rox
