// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"
#include "ui/tokens/cellpainter.h"

#include <QFont>
#include <QList>

#include <optional>
#include <vector>

namespace rox {

struct ColumnLayout;

/// How one column is drawn.
struct ColumnLook
{
    TokenColumn column;
    ColumnSizes (*sizes)(const QFont &);
    void (*paint)(const CellPainter &);
    QString (*toolTip)(const CellPainter &, int x); ///< plain text; x from the start of the cell
    /// A narrow list drops the highest first; 0: stays. 1 is the time that a view has from the
    /// start, and what the user has added goes before it.
    int dropRank = 0;
    int squeezeRank = 0;    ///< then the highest gets narrower first; 0: keeps its width
    bool isStepped = false; ///< nothing between `squeezed` and `least` is of use
};

[[nodiscard]] const ColumnLook &lookOf(TokenColumn column);

/// The sizes of the columns in one font of the application. A column is measured when it is first
/// asked for, because most columns are hidden and text is slow to measure.
class MeasuredColumns
{
public:
    explicit MeasuredColumns(const QFont &font);

    [[nodiscard]] const ColumnSizes &of(int section) const;

private:
    QFont m_font;
    mutable std::vector<std::optional<ColumnSizes>> m_sizes;
};

/// By section; 0 for a column that is not shown. Without widths of the user, the columns fill the
/// viewport where that can be, and Name takes what the others leave. With them, Name takes what the
/// viewport got wider or narrower by since, and nothing is dropped.
[[nodiscard]] QList<int> columnWidths(int viewport, const MeasuredColumns &measured,
                                      const ColumnLayout &layout);

} // namespace rox
