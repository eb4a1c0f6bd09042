// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"
#include "models/tokens/tokensearch.h"
#include "ui/style/colors.h"

#include <QModelIndex>
#include <QStyleOptionViewItem>

#include <optional>

class QPainter;

namespace rox {

/// Left of a cell's text; the first column of a row has another.
inline constexpr int CellInset = 8;
inline constexpr int FirstInset = 16;
inline constexpr int PillPadding = 8; ///< a pill's text stands as far in as other text
/// Widths of columns with times are measured around this one, in summer 2026.
inline constexpr UtcMs SampleTime = 1'785'000'000'000;

/// Widths of a column, in device-independent pixels.
struct ColumnSizes
{
    int squeezed = 0; ///< where no other column gives way any more
    int least = 0;    ///< what its cells need
    int most = 0;     ///< more would be empty
};

/// One cell of the list: what its painter and its tooltip need.
struct CellPainter
{
    CellPainter(QPainter *to, const QStyleOptionViewItem &with, const QModelIndex &of,
                const ColumnSizes &columnSizes, bool isFirstColumn, const TokenSearch &searched);

    QPainter *painter; ///< null for a tooltip
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    ColumnSizes sizes;
    int inset;
    StatusColors tones;
    TokenStatus status;
    TokenFlags flags;
    UtcMs now;
    const TokenSearch &search;          ///< its hits are marked
    bool isBelowDay = false;            ///< a heading above the row names the day of its change
    std::optional<ListedServer> server; ///< none: all rows are of one server

    [[nodiscard]] static QFont bodyFont();
    [[nodiscard]] static QFont smallFont();
    [[nodiscard]] QString shown() const; ///< the cell's text
    /// Of a role of TokenListModel that is a time.
    [[nodiscard]] UtcMs timeOf(int role) const { return index.data(role).toLongLong(); }
    [[nodiscard]] bool isOfNow() const { return !server || server->isOfNow; }
    [[nodiscard]] bool isSelected() const { return option.state & QStyle::State_Selected; }
    [[nodiscard]] QRect mirrored(const QRect &rect) const;
    /// The room for text, without the line under the row.
    [[nodiscard]] QRect inner(int right = 0) const;
    /// Elided to the width of `rect`.
    void text(const QRect &rect, const QFont &font, const QColor &color, const QString &text) const;
    /// The same, with the hits of the search marked.
    void searchedText(const QRect &rect, const QFont &font, const QColor &color,
                      const QString &text, TokenSearch::Field field) const;
    [[nodiscard]] QColor bodyColor() const;
};

/// A mark after a token's name.
struct CellMark
{
    QString symbol;
    QColor color;
    QString text;
};
[[nodiscard]] QList<CellMark> marksOf(const CellPainter &cell);

} // namespace rox
