// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace rox {

/// A row of ViewList: symbol, title, count, and the line under the title; in the rail the symbol
/// alone, in the colour of a caution while there is such a line.
class ViewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setRail(bool rail) { m_isRail = rail; }
    [[nodiscard]] bool isRail() const { return m_isRail; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    bool m_isRail = false;
};

} // namespace rox
