// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tokens/cellpainter.h"

#include <QFont>

namespace rox {

/// The column Server of a list of several servers: mark and name, and of when a row is that is not
/// of now.
[[nodiscard]] ColumnSizes serverSizes(const QFont &font);
void paintServer(const CellPainter &cell);
[[nodiscard]] QString serverToolTip(const CellPainter &cell, int x);

} // namespace rox
