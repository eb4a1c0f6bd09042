// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

namespace rox {

// The rows as a table for the clipboard: for people, in the columns of tokens, ids whole. A cell
// that a spreadsheet would run gets a ' in front. Characters that could not be seen are shown, so
// that no name holds a tab or ends a line.

/// A header and a line for each row, tabs between the cells.
[[nodiscard]] QString tabbedText(const Review &review);
/// The same as an HTML table.
[[nodiscard]] QString tableHtml(const Review &review);

} // namespace rox
