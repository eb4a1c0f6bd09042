// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenhistory.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace rox {

class HistoryKeeper;
class HistoryStore;
class Session;
struct DerivedRows;

/// Says once, when a list has come, what others have changed since changes were last marked as
/// seen; and marks them as seen when the user says so. Kept for each Central, over restarts.
class ChangeNews : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    ChangeNews(HistoryStore *store, HistoryKeeper *keeper, CommandContext *context,
               QObject *parent = nullptr);

private:
    void tell();
    void markSeen();
    void markSeen(const Session &session);
    [[nodiscard]] static QString textOf(const DerivedRows &changes);
    [[nodiscard]] static QString makersOf(const QMap<QString, int> &newBy);

    HistoryStore *m_store;
    HistoryKeeper *m_keeper;
    CommandContext *m_context;
    QTimer m_soon;         ///< a list brings its tokens, and then what the history says of them
    TokenTablePtr m_table; ///< what was looked at last
    TokenHistoryPtr m_history;
    QHash<QString, int> m_told; ///< by the key of the server: how many changes
};

} // namespace rox
