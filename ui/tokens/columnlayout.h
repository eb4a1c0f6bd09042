// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"

#include <QList>

class QDataStream;

namespace rox {

/// Which columns the user wants, in which order, and how wide.
struct ColumnLayout
{
    struct Entry
    {
        TokenColumn column;
        bool isShown = true;
        int width = 0; ///< in device-independent pixels; 0: not set by the user

        bool operator==(const Entry &) const = default;
    };
    QList<Entry> columns; ///< every column once, as they stand from the start of a row
    int viewport = 0;     ///< width of the list when the widths were set

    [[nodiscard]] bool hasWidths() const;
    void show(TokenColumn column, bool isShown); ///< ignored where the column may not be hidden
    bool operator==(const ColumnLayout &) const = default;
};

/// What the tables say. `shown`: empty, or the columns that are shown, in this order.
[[nodiscard]] ColumnLayout firstLayout(std::span<const TokenColumn> shown = {});

/// By the ids of the columns. Columns that the stream does not have stand where they stood in the
/// layout that is read into; what is no layout leaves it as it is.
QDataStream &operator<<(QDataStream &stream, const ColumnLayout &layout);
QDataStream &operator>>(QDataStream &stream, ColumnLayout &layout);

} // namespace rox
