// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historyschema.h"
#include "models/history/historystate.h"
#include "models/history/networkfilesystem.h"
#include "models/history/sql.h"

#include <QUuid>

#include <functional>

namespace rox {

/// The SQLite file with the history of one Central. Its mode is 0600 before the first byte, and a
/// file of no bytes is damage: a new file gets its name once its tables are committed. A damaged
/// file is set aside and never deleted; its operations, notes and creators are read into a new one.
/// Worker thread only.
class HistoryFile
{
public:
    struct Place
    {
        QString path = {}; ///< empty: in memory
        QUuid uuid = {};
        bool isKnown = false;                              ///< there was such a file before
        QUuid process = {};                                ///< names this process in the file
        std::function<bool(const QUuid &)> isRunning = {}; ///< another process; empty: none runs
        /// Type of the file system of a folder.
        std::function<QByteArray(const QString &)> fileSystem = fileSystemType;
    };

    explicit HistoryFile(Place place, const HistorySchema &schema = HistorySchema::current());
    ~HistoryFile();
    HistoryFile(const HistoryFile &) = delete;
    HistoryFile &operator=(const HistoryFile &) = delete;

    /// Opens it if it is not open, or if the file was removed or replaced meanwhile.
    void ensureOpen();
    void close();
    /// Larger after each time that another file was opened: nothing that was read before holds.
    [[nodiscard]] int generation() const { return m_generation; }
    [[nodiscard]] const HistoryState &state() const { return m_state; }
    [[nodiscard]] bool mayRead() const { return m_isOpen; }
    /// It may still fail. An earlier failure is no reason not to try again.
    [[nodiscard]] bool mayWrite() const
    {
        return m_isOpen && m_state.problem != HistoryState::Problem::Newer;
    }
    /// This other process has the history open.
    [[nodiscard]] bool isRunning(const QUuid &process) const
    {
        return m_place.isRunning && m_place.isRunning(process);
    }
    /// The loss was told.
    void forgetLoss() { m_state.loss = HistoryState::Loss::None; }
    /// After a statement failed: sets the state, and the file aside if it is damaged.
    void takeFailure(const SqlFailure &failure);
    /// After a write succeeded.
    void noteWritten()
    {
        if (m_state.problem != HistoryState::Problem::Newer)
            m_state.problem = HistoryState::Problem::None;
    }
    [[nodiscard]] Sql &sql() { return *m_sql; }
    [[nodiscard]] QString uuidText() const { return m_place.uuid.toString(QUuid::WithoutBraces); }

    /// A copy that is whole by itself; copying the file would leave out its -wal.
    [[nodiscard]] bool backUp(const QString &path);

private:
    enum class Found { Fine, Damaged, Failed };
    void open();
    [[nodiscard]] bool make();
    [[nodiscard]] bool makeTables(const QString &path);
    [[nodiscard]] Found look();
    [[nodiscard]] Found checkVersion();
    [[nodiscard]] bool migrate(int from);
    [[nodiscard]] Found checkAfterUncleanEnd();
    void setAside(HistoryState::Loss loss);
    void salvageFrom(const QString &path);
    /// Key of the row that says that this process has the file open.
    [[nodiscard]] QString dirtyKey() const;
    [[nodiscard]] bool connect(const QString &path);
    void disconnect();
    [[nodiscard]] bool isStillThere() const;
    void noteFile();
    [[nodiscard]] Found foundBy(const SqlFailure &failure);

    Place m_place;
    const HistorySchema &m_schema;
    QString m_connection;
    std::optional<Sql> m_sql;
    int m_generation = 0;
    bool m_isOpen = false;
    bool m_isOnNetwork = false;
    quint64 m_device = 0, m_inode = 0;
    HistoryState m_state;
};

} // namespace rox
