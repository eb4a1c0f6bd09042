// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QItemSelection>
#include <QList>

#include <utility>

namespace rox {

/// Rows of a selection as [first, last], ascending and apart; never walks the rows.
[[nodiscard]] QList<std::pair<int, int>> rowRuns(const QItemSelection &selection);

/// These rows of `model` in whole, with one range for each run of them. `rows` ascend.
[[nodiscard]] QItemSelection selectionOf(const QAbstractItemModel &model, const QList<int> &rows);

} // namespace rox
