// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/sessionpool.h"
#include "models/tokens/table/mergedtable.h"
#include "models/tokens/tokenflags.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace rox {

/// The last lists of all sessions as one table, and what is known of each Central. A session that
/// is not live adds the list that it had, or that the history has. While it is off it holds no
/// table.
class MergedTokens : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. It is off at first.
    MergedTokens(const ServerDirectory *directory, SessionPool *sessions,
                 QObject *parent = nullptr);

    /// By the address of the Central, then by the id of the token.
    using RotationsByAddress = QHash<QString, QHash<QString, TokenRotation>>;
    /// For knowledge().
    void setRotations(const RotationsByAddress &rotations);
    void setOn(bool isOn);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Null: off, or the lists are being merged for the first time.
    [[nodiscard]] const TokenTablePtr &table() const { return m_table; }
    /// Its parts are those of table(), and of the tables before: a part never becomes another
    /// server's.
    [[nodiscard]] TokenKnowledge knowledge() const;
    /// Null: the server was not opened, or it was removed.
    [[nodiscard]] Session *sessionOf(TokenTable::Part part) const;
    /// A merge is under way.
    [[nodiscard]] bool isMerging() const { return m_run != nullptr; }

Q_SIGNALS:
    void tableChanged(); ///< knowledge() may have changed too
    /// Lists, standings, facts, or which sessions there are; once for all changes of one turn of
    /// the event loop. The table follows if a list has changed.
    void serversChanged();

private:
    struct Run;
    void follow(Session *session);
    void settle();
    void merge();
    [[nodiscard]] std::vector<MergedTable::List> lists();
    TokenTable::Part partOf(const QString &key);

    const ServerDirectory *m_directory;
    SessionPool *m_sessions;
    bool m_isOn = false;
    RotationsByAddress m_rotations;
    QTimer m_settle;
    QStringList m_keys; ///< of the servers, by part
    MergedTable m_merged;
    TokenTablePtr m_table;
    std::shared_ptr<Run> m_run;
};

/// The list of this session is of now, so that its tokens can be revoked.
[[nodiscard]] bool isOfNow(const Session &session);

} // namespace rox
