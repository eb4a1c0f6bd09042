// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tokens/cellpainter.h"
#include "ui/widgets/chips.h"

#include <QFont>

namespace rox {

// How the columns are drawn that show a token's roles, and what became of them.

[[nodiscard]] ColumnSizes rolesSizes(const QFont &font);
void paintRoles(const CellPainter &cell);
[[nodiscard]] QString rolesToolTip(const CellPainter &cell, int x);
/// The role whose chip is drawn at this point of a cell of the column Roles; empty: none.
[[nodiscard]] QString roleAt(const CellPainter &cell, const QPoint &point);

[[nodiscard]] ColumnSizes deadRoleSizes(const QFont &font);
void paintDeadRoles(const CellPainter &cell);
/// When Central listed each of them last.
[[nodiscard]] QString deadRolesToolTip(const CellPainter &cell, int x);

[[nodiscard]] ColumnSizes deadSinceSizes(const QFont &font);
void paintDeadSince(const CellPainter &cell);

[[nodiscard]] ColumnSizes otherRolesSizes(const QFont &font);
void paintOtherRoles(const CellPainter &cell);

[[nodiscard]] ColumnSizes grantsSizes(const QFont &font);
void paintGrants(const CellPainter &cell);

/// Whole chips, then "+n"; a lone long one is elided. `hits` are of a search, of each chip.
void paintChips(const CellPainter &cell, const QList<Chip> &chips,
                const QList<QList<TokenSearch::Hit>> &hits = {});

} // namespace rox
