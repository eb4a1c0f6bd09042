// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace rox {

/// A RevokeListModel as "Revoke tokens" lists it, under heads of groups.
///
/// Question: what is not settled; of many, those with Admin under a head of their own. Progress:
/// the present part; of many, what Central is being asked and the latest answers. Result: all of it
/// by what became of it and why, worst first; groups open and close, and a long one is cut short.
class RevokeRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Layout { Question, Progress, Result };
    enum class Kind { Token, Group, More };
    Q_ENUM(Kind)
    enum Role {
        KindRole = RevokeListModel::FirstFreeRole, ///< Kind; a Token has the roles of its source
        NoteRole,                                  ///< QString: beside the title of a group
        FoldsRole,                                 ///< bool: the group opens and closes
        OpenRole,                                  ///< bool
    };
    /// A group has heads in a question of more tokens than this.
    static constexpr int HeadsFrom = 20;
    /// So many rows of a progress, and of a group that is cut short.
    static constexpr int ProgressRows = 11;
    static constexpr int ShortGroup = 3;

    explicit RevokeRows(RevokeListModel *source, QObject *parent = nullptr);

    void setLayout(Layout layout);
    /// Lays the rows out anew after changes of the source; cheap enough for each turn of the event
    /// loop while it is Progress.
    void refresh();
    /// Opens or closes a group, and shows all of one that was cut short.
    void toggle(int row);
    /// The row of the source; -1 for a head.
    [[nodiscard]] int sourceRow(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    enum class Fate { Unknown, Failed, NotSent, Kept, Revoked };
    struct Row
    {
        Kind kind = Kind::Token;
        int at = 0; ///< row of the source, or number of the group
    };
    struct Group
    {
        Fate fate = Fate::Revoked;
        QString cause;
        QString title;
        QString note = {};
        std::vector<int> tokens = {}; ///< rows of the source
        bool isOpen = true;
        bool isWhole = false; ///< not cut short
    };

    [[nodiscard]] static Fate fateOf(RevokeListModel::State state);
    [[nodiscard]] static QString titleOf(Fate fate, int count);
    void layOut();
    void layOutQuestion();
    void layOutProgress();
    void layOutResult();
    [[nodiscard]] std::vector<Group> resultGroups() const;
    void addGroup(int number);
    void noteAnswer(int sourceRow);
    [[nodiscard]] QVariant groupData(const Group &group, int role) const;

    RevokeListModel *m_source;
    Layout m_layout = Layout::Question;
    std::vector<Row> m_rows;
    std::vector<Group> m_groups;
    std::vector<int> m_latest; ///< rows of the source, the latest answer first
};

} // namespace rox
