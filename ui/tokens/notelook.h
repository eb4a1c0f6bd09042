// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tokens/cellpainter.h"

#include <QFont>

namespace rox {

// How the columns are drawn that the history of this computer fills.

[[nodiscard]] ColumnSizes noteSizes(const QFont &font);
void paintNote(const CellPainter &cell);
[[nodiscard]] QString noteToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes tagsSizes(const QFont &font);
void paintTags(const CellPainter &cell);
[[nodiscard]] QString tagsToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes seenSizes(const QFont &font);
void paintFirstSeen(const CellPainter &cell);
void paintLastSeen(const CellPainter &cell);
[[nodiscard]] QString firstSeenToolTip(const CellPainter &cell, int x);
[[nodiscard]] QString lastSeenToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes changeSizes(const QFont &font);
void paintChange(const CellPainter &cell);
[[nodiscard]] QString changeToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes changedAtSizes(const QFont &font);
void paintChangedAt(const CellPainter &cell);
[[nodiscard]] QString changedAtToolTip(const CellPainter &cell, int x);

void paintRevoked(const CellPainter &cell);
[[nodiscard]] QString revokedToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes creatorSizes(const QFont &font);
void paintCreator(const CellPainter &cell);
[[nodiscard]] QString creatorToolTip(const CellPainter &cell, int x);

} // namespace rox
