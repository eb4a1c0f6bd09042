// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/annotation.h"
#include "models/history/chain.h"
#include "models/history/historyfile.h"
#include "models/history/journal.h"
#include "models/history/listsnapshot.h"
#include "models/tokens/rememberedtokens.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokencreation.h"
#include "models/tokens/tokenhistory.h"

#include <QHash>
#include <QList>
#include <QSet>
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
    /// Central has told in this connection who it is; as CentralReads::caKeys().
    bool isIdentified = true;
};

/// What the history shows of a Central.
struct HistoryView
{
    HistoryState state;
    TokenHistoryPtr history;      ///< null if it could not be read
    QList<Token> remembered = {}; ///< revoked tokens that the newest list does not have
};

/// What the history had when it was opened.
struct OpenedHistory
{
    HistoryState state;
    TokenTablePtr table; ///< the newest list; null: there is none
    UtcMs asOf = NoTime; ///< of the table, by Central's clock
};

/// Which administration events are to be read.
struct CreatorsWanted
{
    bool isNow = false;  ///< Central may tell who made a token of the newest list
    UtcMs from = NoTime; ///< the events from here on, by Central's clock; NoTime: all
};

struct RecordedList : HistoryView
{
    bool isChanged = false;
    CreatorsWanted creators = {};
    QStringList activeAgain = {}; ///< ids that were revoked, and are listed as not revoked
};

/// Events about new tokens that were read.
struct CreatorsRead
{
    TokenCreations creations;
    UtcMs askedAt = NoTime; ///< by Central's clock
};

struct RecordedCreators : HistoryView
{
    bool isChanged = false;
    CreatorsWanted creators = {}; ///< isNow: Central tells about some token later
};

/// Every token that the history has.
struct KeptTokens
{
    TokenTablePtr table; ///< null: the file cannot be read
    TokenHistoryPtr history;
    UtcMs asOf = NoTime; ///< of the newest list, by Central's clock
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

    /// Reads the newest list, so that open() has it at once.
    void readAhead();
    /// Reads the newest list alone, which takes a fraction of the time of view().
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
    /// Whether it is on the disk. If it is not, it is written with the next list.
    [[nodiscard]] bool note(const ChainNote &note);
    /// The steps of all chains, in the order in which they were recorded, with those that could not
    /// be written yet.
    [[nodiscard]] QList<ChainRow> chains();
    [[nodiscard]] WriteOutcome annotate(const Annotation &annotation);
    /// Changes until now, a time by this computer's clock, are old.
    [[nodiscard]] WriteOutcome markSeen(UtcMs now);
    [[nodiscard]] const HistoryState &state() const { return m_file.state(); }
    void forgetLoss() { m_file.forgetLoss(); }
    [[nodiscard]] HistoryFile &file() { return m_file; }

    /// The history is null if nothing has changed.
    [[nodiscard]] RecordedCreators recordCreators(const CreatorsRead &read);
    /// The credential may not read the events. The history is null if that was known.
    [[nodiscard]] HistoryView noteCreatorsForbidden();

    /// What it has of these tokens, and of those that they have generated.
    [[nodiscard]] RememberedTokens find(const QStringList &ids);

    /// By what the Central is known, whatever its address; nothing: the file cannot be read.
    [[nodiscard]] std::optional<QStringList> keys();
    [[nodiscard]] bool addKeys(const QStringList &keys);
    [[nodiscard]] bool hasLists();
    /// It has one of these tokens, whose ids are random. If there are many, a part is looked for.
    [[nodiscard]] bool hasTokenOf(const TokenTable &table);
    /// Takes over all that the file of another history has, as of the same Central. The other file
    /// is left as it is.
    [[nodiscard]] bool takeIn(const QString &path);
    /// The same with operations, notes and creators alone; those that it has already are left out.
    [[nodiscard]] bool takeInRecords(const QString &path);
    /// Takes over the operations that the other could not write yet.
    void takeUnwritten(CentralHistory &other);

    /// How long tokens that are gone are kept; NoTime: for ever. Old ones go with the first list,
    /// and then once a day; after `changedAt` not for a day, so that a choice can be corrected.
    void setRetention(UtcMs retention, UtcMs changedAt = NoTime);
    /// Every token that is kept, those that are gone too.
    [[nodiscard]] KeptTokens keptTokens();

    static constexpr UtcMs DefaultRetention = 2 * 365 * DayMs;
    static constexpr UtcMs RolesAgainAfter = HourMs; ///< roles that did not change are noted

private:
    struct Changes;
    struct Moments;
    bool ensureOpen();
    void readNewest();
    /// The tokens of this condition; those in `revoked` were revoked before they were gone.
    [[nodiscard]] TokenTablePtr readTokens(const QString &condition, const QSet<QString> &revoked);
    void keepSnapshot();
    [[nodiscard]] ListSnapshot::Key snapshotKey();
    void readRoleSets();
    [[nodiscard]] qint64 roleSet(const QStringList &roles);
    bool writeOperations();

    void write(const ListRead &read, RecordedList &result);
    void writeAdded(const Changes &changes, const TokenTable &after, UtcMs arrived,
                    RecordedList &result);
    void takeBack(const Token &token, UtcMs arrived, RecordedList &result);
    void writeChanged(const Token &before, const Token &after, UtcMs arrived, RecordedList &result);
    void writeOddity(const QString &id, const QString &what);
    void forgetOld(UtcMs now, UtcMs arrivedAt);
    void readLives(TokenHistory &history, QList<Token> &remembered);
    void readOperations(TokenHistory &history);
    void readAnnotations(TokenHistory &history);
    [[nodiscard]] WriteOutcome committed();
    void beginSeen(qint64 listing, UtcMs at);
    void findToken(const QString &id, const Moments &moments, RememberedTokens &found);
    void readCreators(TokenHistory &history);
    [[nodiscard]] CreatorCoverage creatorCoverage();
    [[nodiscard]] CreatorsWanted creatorsWanted(UtcMs now);
    void noteAllCreatorsKnown(UtcMs asked);
    void writeCoverage(const CreatorCoverage &before, const CreatorsRead &read);
    [[nodiscard]] QString about(const QString &key);
    void setAbout(const QString &key, const QString &value);
    template <class Work>
    [[nodiscard]] bool withAttached(const QString &path, Work work);
    void copyRecords();
    void mergeLists();
    void mergeCoverage();
    bool writeRoles(const QList<RoleGrant> &roles, UtcMs at);
    void readRoles(TokenHistory &history);
    [[nodiscard]] UtcMs inCentralsTime(UtcMs time) const { return time - m_skew; }

    HistoryFile m_file;
    ListSnapshot m_snapshot;
    QUuid m_history;
    QUuid m_process;
    int m_generation = 0;
    bool m_mayLackCreators = true; ///< of tokens in the newest list; false: none is lacking
    TokenTablePtr m_newest;        ///< null: it was not read yet
    qint64 m_listing = 0;          ///< number of the newest; 0: there is none
    UtcMs m_skew = 0;              ///< of the last list
    UtcMs m_retention = DefaultRetention;
    UtcMs m_oldForgottenAt = NoTime; ///< by this computer's clock
    QString m_viewer;
    QHash<QString, qint64> m_roleSets;
    QList<QVariantList> m_operations; ///< rows that are not written yet
    QList<RoleGrant> m_rolesSeen;     ///< as they were last written
    UtcMs m_rolesSeenAt = 0;
};

} // namespace rox
