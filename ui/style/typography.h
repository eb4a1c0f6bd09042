// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>

namespace rox {

/// Sizes of type as ratios of the desktop's own font.
enum class TextSize { Title, DialogHeading, PanelHeading, Body, Secondary, Axis };

[[nodiscard]] QFont typeface(const QFont &base, TextSize size, bool semibold = false);
/// The desktop's fixed font: ids, fingerprints.
[[nodiscard]] QFont fixedTypeface(const QFont &base, TextSize size = TextSize::Secondary);
/// Width that `text` needs in one line, rounded up: with less width it is elided.
[[nodiscard]] int textWidth(const QFont &font, const QString &text);
/// Row height for this font: max(32, 2 lines).
[[nodiscard]] int rowHeight(const QFont &font);

} // namespace rox
