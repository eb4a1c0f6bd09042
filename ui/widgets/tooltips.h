// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// Zero-width spaces in words longer than this, so that a label can break their lines: QLabel
/// breaks at spaces only.
[[nodiscard]] QString breakable(const QString &text, int longestWord);

/// A tooltip that shows `text` unchanged and wraps it; empty: none. Qt guesses whether a tooltip is
/// rich text, and never wraps plain text.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace rox
