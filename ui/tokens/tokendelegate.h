// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/tones.h"
#include "ui/tokens/columnwidths.h"

#include <QStyledItemDelegate>

namespace rox {

/// Draws every cell of the list and words its tooltips.
class TokenDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColumnWidths(const ColumnWidths &widths) { m_widths = widths; }
    void setHoveredRow(int row) { m_hoveredRow = row; }
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    /// The row that the keyboard is at, where the selection alone does not show it; or -1.
    void setFocusRow(int row) { m_focusRow = row; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Cell;
    void paintGround(const Cell &cell) const;
    void paintStatus(const Cell &cell) const;
    void paintName(const Cell &cell) const;
    void paintRoles(const Cell &cell) const;
    void paintExpires(const Cell &cell) const;
    void paintIssued(const Cell &cell) const;
    [[nodiscard]] QString toolTipText(const QStyleOptionViewItem &option, const QModelIndex &index,
                                      int x) const;

    ColumnWidths m_widths;
    int m_hoveredRow = -1;
    int m_focusRow = -1;
};

/// The marks after a token's name, in the order drawn: symbol, tone and what each says.
struct TokenFlag
{
    QString symbol;
    QColor color;
    QString text;
};
[[nodiscard]] QList<TokenFlag> tokenFlags(const QModelIndex &index, const QPalette &palette);

} // namespace rox
