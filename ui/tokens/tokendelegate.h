// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tokens/columnlook.h"

#include <QStyledItemDelegate>

namespace rox {

class DayHeadings;

/// Draws the ground of every cell of the list; ColumnLook draws what is on it and words its
/// tooltip.
class TokenDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TokenDelegate(QObject *parent = nullptr);

    [[nodiscard]] const MeasuredColumns &sizes() const { return m_sizes; }
    /// To be called when font, style or language have changed.
    void updateSizes();
    void setFirstSection(int section) { m_firstSection = section; }
    void setSearch(const TokenSearch &search) { m_search = search; } ///< its hits are marked
    void setHoveredRow(int row) { m_hoveredRow = row; }
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    /// The row that the keyboard is at, where the selection alone does not show it; or -1.
    void setFocusRow(int row) { m_focusRow = row; }
    /// A row is drawn below its heading.
    void setDays(const DayHeadings *days) { m_days = days; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Null painter: to measure.
    [[nodiscard]] CellPainter cellOf(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const;

private:
    void paintGround(const CellPainter &cell) const;

    TokenSearch m_search;
    MeasuredColumns m_sizes;
    int m_firstSection = 0;
    int m_hoveredRow = -1;
    int m_focusRow = -1;
    const DayHeadings *m_days = nullptr;
};

} // namespace rox
