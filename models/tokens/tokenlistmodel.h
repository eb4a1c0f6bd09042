// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/selectionsummary.h"
#include "models/tokens/tokendetail.h"
#include "models/tokens/tokenselection.h"

#include <QAbstractTableModel>

namespace rox {

struct RowRun;

/// Shows (table, selection). A refresh that changes little changes little: persistent indexes (and
/// so selection, current row and scroll position) follow their token's id; an unchanged list emits
/// nothing. Sections are those of tokenColumns(). The roles below carry raw values.
class TokenListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        NameRole,                  ///< QString
        StatusRole,                ///< TokenStatus
        RolesRole,                 ///< QStringList
        ExpiresRole,               ///< qint64, UtcMs
        IssuedRole,                ///< qint64, UtcMs
        FlagsRole,                 ///< TokenFlags
        LifeRole,          ///< TokenLife; invalid: nothing is remembered, or it is not revoked
        ServerRole,        ///< ListedServer; invalid: all rows are of one server
        TagsRole,          ///< QStringList
        FirstSeenRole,     ///< qint64, UtcMs
        LastSeenRole,      ///< qint64, UtcMs
        ChangeRole,        ///< TokenChange
        DeadRolesRole,     ///< QStringList
        OtherRolesRole,    ///< QStringList: those that are not dead
        RoleEndsRole,      ///< QList<qint64>, UtcMs: when each dead role was listed last
        GrantsNothingRole, ///< bool
    };

    explicit TokenListModel(QObject *parent = nullptr);
    ~TokenListModel() override;

    /// Shows this selection of this table as of `now`. The selection must be of this table.
    void show(TokenTablePtr table, TokenSelection selection, UtcMs now,
              UtcMs expiringWindow = DefaultExpiringWindow);
    /// Time has passed: statuses and relative times are drawn anew. Emits dataChanged once.
    void setNow(UtcMs now);
    // These change knowledge().
    void setRoles(const KnownRoles &roles);
    void setSignedInTokenId(const QString &id);
    void setOpenRevokes(const QStringList &ids);
    void setHistory(const TokenHistoryPtr &history);
    /// All of it at once.
    void setKnowledge(const TokenKnowledge &knowledge);
    void setRotations(const QHash<QString, TokenRotation> &rotations);
    /// When the newest list arrived. Changes no selection.
    void setListedAt(UtcMs time);

    [[nodiscard]] TokenTablePtr table() const;
    [[nodiscard]] const TokenKnowledge &knowledge() const;
    [[nodiscard]] UtcMs now() const;
    /// The shown rows of table(), in their order.
    [[nodiscard]] std::span<const TokenTable::Row> rows() const;
    [[nodiscard]] Token tokenAt(int row) const;
    [[nodiscard]] QString idAt(int row) const;
    [[nodiscard]] bool isRevoked(int row) const;
    [[nodiscard]] TokenDetail detailAt(int row) const;
    /// Of rows as [first, last].
    [[nodiscard]] SelectionSummary summaryOf(const QList<std::pair<int, int>> &runs) const;
    /// How many of these rows are not revoked, by TokenTable::part().
    [[nodiscard]] std::vector<int> unrevokedByPart(const QList<std::pair<int, int>> &runs) const;
    /// The shown row of this id, or -1.
    [[nodiscard]] int rowOf(const QString &id) const;
    /// The shown rows of these ids, ascending, each once; in one pass, however many they are.
    [[nodiscard]] QList<int> rowsOf(const QStringList &ids) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void knowledgeChanged();

private:
    struct Shown;
    void announceAll();
    void announceIds(const QSet<QString> &ids);
    void applyRuns(const std::vector<TokenTable::Row> &rows, std::span<const RowRun> runs);
    void layOut(const std::vector<TokenTable::Row> &rows);
    void placePersistentIndexes(const std::vector<TokenTable::Row> &rows);
    void announceChanged(const std::vector<bool> &changed);

    std::unique_ptr<Shown> m_shown;
};

} // namespace rox
