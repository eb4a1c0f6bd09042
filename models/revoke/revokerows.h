// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace rox {

/// The rows of "Revoke tokens": the tokens of a RevokeListModel under the heads of groups.
///
/// Question: the unsettled tokens; if there are many, those with Admin under a head of their own,
/// and if they are of several servers, those of each under its name.
/// Progress: the present part; if it has many tokens, those under way and the latest answers.
/// Result: all tokens by outcome and cause, the worst first. Groups open and close, and a long
/// group shows a few rows and "and 20 more".
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
        ServerColorRole, ///< QString: the group is a server's tokens; else invalid
    };
    /// A question about more tokens than this has heads.
    static constexpr int HeadsFrom = 20;
    /// Rows of a long progress, and of a long group.
    static constexpr int ProgressRows = 11;
    static constexpr int ShortGroup = 3;

    explicit RevokeRows(RevokeListModel *source, QObject *parent = nullptr);

    void setLayout(Layout layout);
    /// Updates the rows after changes of the source. Cheap enough for each turn of the event loop
    /// while the layout is Progress.
    void refresh();
    /// Opens or closes the group of a head, or shows all rows of a long group.
    void toggle(int row);
    /// The row in the source; -1 for a head.
    [[nodiscard]] int sourceRow(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    enum class Outcome { Unknown, Failed, NotSent, Kept, Revoked };
    struct Row
    {
        Kind kind = Kind::Token;
        int at = 0; ///< row in the source, or number of the group
    };
    struct Group
    {
        Outcome fate = Outcome::Revoked;
        QString cause = {};
        QString title = {};
        QString note = {};
        std::vector<int> tokens = {}; ///< rows of the source
        bool isOpen = true;
        bool isWhole = false; ///< shows all its rows
        int server = -1;      ///< number in the source, if it has several; else -1
    };

    [[nodiscard]] static Outcome fateOf(RevokeListModel::State state);
    [[nodiscard]] static QString titleOf(Outcome fate, int count);
    [[nodiscard]] QString titleOf(const Group &group) const;
    void layOut();
    void layOutQuestion();
    void layOutServers();
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
