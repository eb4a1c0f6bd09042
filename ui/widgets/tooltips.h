// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// A tooltip that says `text` as it is, whatever it holds, and breaks its lines; empty: none. Qt
/// takes a tooltip for rich text if it looks like it, and never breaks one of plain text.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace rox
