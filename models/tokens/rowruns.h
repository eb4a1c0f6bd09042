// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace rox {

/// One edit of a list: at this row, some rows are removed, and then some are inserted.
struct RowRun
{
    quint32 at = 0; ///< counted in the list after all edits before this one
    quint32 removed = 0;
    quint32 inserted = 0;

    bool operator==(const RowRun &) const = default;
};

/// The edits that turn one list of distinct numbers into another. Nothing if numbers that both have
/// change their order, or if it takes more than `limit` edits. Numbers of `after` are below
/// `universe`; numbers of `before` may be above, and are then in no other list. Linear.
[[nodiscard]] std::optional<std::vector<RowRun>> runsBetween(std::span<const quint32> before,
                                                             std::span<const quint32> after,
                                                             quint32 universe, std::size_t limit);

} // namespace rox
