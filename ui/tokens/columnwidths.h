// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"

#include <QFont>

#include <array>

namespace rox {

/// Where the columns of the list stand, in device-independent pixels.
struct ColumnWidths
{
    std::array<int, TokenColumnCount> width{};
    bool issued = true;   ///< short windows drop the column
    bool date = true;     ///< then the date beside "in 5 days"
    int relativeRoom = 0; ///< of "59 minutes ago", with the gap after it

    [[nodiscard]] int of(TokenColumn column) const
    {
        return width[static_cast<std::size_t>(column)];
    }
};

/// From the font; Name takes what is left, 160 where that can be.
[[nodiscard]] ColumnWidths columnWidths(int viewport, const QFont &font, bool mayShowIssued);

/// Left of a cell's text; the first column has another.
inline constexpr int CellInset = 8;
inline constexpr int FirstInset = 16;

} // namespace rox
