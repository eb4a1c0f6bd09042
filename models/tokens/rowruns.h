// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace rox {

/// At this row of the list before, so many go, and then so many come.
struct RowRun
{
    quint32 at = 0; ///< counted in the list after all runs before this one
    quint32 removed = 0;
    quint32 inserted = 0;

    bool operator==(const RowRun &) const = default;
};

/// What turns one list of distinct numbers into another; none if what they share changes its order,
/// or if that takes more than `limit` runs. Numbers of `after` are below `universe`; numbers of
/// `before` may be above, and are then in no other list. Linear.
[[nodiscard]] std::optional<std::vector<RowRun>> runsBetween(std::span<const quint32> before,
                                                             std::span<const quint32> after,
                                                             quint32 universe, std::size_t limit);

} // namespace rox
