// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historyfile.h"
#include "models/history/journal.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenhistory.h"

#include <QHash>
#include <QList>
#include <QVariantList>

#include <optional>

namespace rox {

/// One list of tokens that was read. Times are by this computer's clock.
struct ListRead
{
    TokenTablePtr table;
    UtcMs askedAt = NoTime;
    UtcMs arrivedAt = NoTime;
    /// This computer's clock minus the Date header of the answer; none: Central sent no date.
    std::optional<UtcMs> skew = {};
    QString viewer = {}; ///< who read it, as Central names the user
};

/// What the history shows of a Central.
struct HistoryView
{
    HistoryState state;
    TokenHistoryPtr history;      ///< null if it could not be read
    QList<Token> remembered = {}; ///< revoked tokens that the newest list does not have
};

/// What the history had when it was opened.
struct OpenedHistory : HistoryView
{
    TokenTablePtr table; ///< the newest list; null: there is none
    UtcMs asOf = NoTime; ///< of the table, by Central's clock
};

struct RecordedList : HistoryView
{
    bool isChanged = false;
    QStringList activeAgain = {}; ///< ids that were revoked, and are listed as not revoked
};

/// A list of roles as it is stored: each a line.
[[nodiscard]] QString rolesAsText(const QStringList &roles);
[[nodiscard]] QStringList rolesOfText(const QString &text);

/// The history of one Central: the lists that were read, each different one once, and what this
/// program asked for. A list that is the same as the one before only moves the time of that one.
/// Worker thread only.
class CentralHistory
{
public:
    explicit CentralHistory(const HistoryFile::Place &place);

    [[nodiscard]] OpenedHistory open(const QString &name, const QString &endpoint);
    [[nodiscard]] RecordedList record(const ListRead &read);
    [[nodiscard]] HistoryView view();
    /// What the roles grant at this time, by Central's clock; some may be missing. The history of
    /// the result is null if nothing is new.
    [[nodiscard]] HistoryView recordRoles(const QList<RoleGrant> &roles, UtcMs at);

    /// Of other runs of the program.
    [[nodiscard]] QList<Intent> openIntents();
    /// Whether the intent is on the disk. If it is not, it is written with the next list.
    [[nodiscard]] bool append(const Intent &intent);
    void settle(const Intent &intent, const Settled &settled);
    [[nodiscard]] const HistoryState &state() const { return m_file.state(); }
    void forgetLoss() { m_file.forgetLoss(); }
    [[nodiscard]] HistoryFile &file() { return m_file; }

    static constexpr UtcMs Retention = 2 * 365 * DayMs; ///< of tokens that are gone
    static constexpr UtcMs RolesAgainAfter = HourMs;    ///< roles that did not change are noted

private:
    struct Changes;
    struct Moments;
    bool ensureOpen();
    void readNewest();
    void readRoleSets();
    [[nodiscard]] qint64 roleSet(const QStringList &roles);
    bool writeOperations();

    void write(const ListRead &read, RecordedList &result);
    void writeAdded(const Changes &changes, const TokenTable &after, UtcMs arrived,
                    RecordedList &result);
    void takeBack(const Token &token, UtcMs arrived, RecordedList &result);
    void writeChanged(const Token &before, const Token &after, UtcMs arrived, RecordedList &result);
    void writeOddity(const QString &id, const QString &what);
    void forgetOld(UtcMs now);
    void readLives(TokenHistory &history, QList<Token> &remembered);
    void readOperations(TokenHistory &history);
    bool writeRoles(const QList<RoleGrant> &roles, UtcMs at);
    void readRoles(TokenHistory &history);
    [[nodiscard]] UtcMs inCentralsTime(UtcMs time) const { return time - m_skew; }

    HistoryFile m_file;
    QUuid m_process;
    int m_generation = 0;
    TokenTablePtr m_newest; ///< null: it was not read yet
    qint64 m_listing = 0;   ///< number of the newest; 0: there is none
    UtcMs m_skew = 0;       ///< of the last list
    QString m_viewer;
    QHash<QString, qint64> m_roleSets;
    QList<QVariantList> m_operations; ///< rows that are not written yet
    QList<RoleGrant> m_rolesSeen;     ///< as they were last written
    UtcMs m_rolesSeenAt = 0;
};

} // namespace rox
