// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace rox {

/// The line under a role's name: what it grants, if that is known, and Central's description of it:
/// "Writes Image, reads Detection – For automation: …". `role` is an index of RoleListModel.
[[nodiscard]] QString roleSubtitle(const QModelIndex &role);

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
