// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace rox {

/// What a role grants, in one line: "Writes Image, reads Detection". Empty if that is not known.
/// `role` is an index of RoleListModel.
[[nodiscard]] QString grantSummary(const QModelIndex &role);

/// Draws a role in two lines with its check box. A click on the row, or Space, checks it.
class RoleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RoleDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace rox
