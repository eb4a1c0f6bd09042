// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace rox {

class LeakListModel;

/// Draws the rows of "Tokens found": two lines, with a check box and the tint of a selection where
/// the token is checked.
class LeakDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Left of the title: the room of the check box.
    static constexpr int TitleLeft = 44;
    /// Inside a row or the header, `rect` being the first column's.
    [[nodiscard]] static QRect checkRect(const QRect &rect);
    /// The widths of the columns; 0: the column takes what is left.
    [[nodiscard]] static QList<int> columnWidths(const QFont &font);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void signInRequested(int row);
};

} // namespace rox
