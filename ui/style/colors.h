// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QPalette>

namespace rox {

/// Text, fill and line of one meaning.
struct Tone
{
    QColor text;
    QColor fill;
    QColor line;
};

/// Colours that QPalette has no role for; light or dark by the lightness of Window.
struct StatusColors
{
    bool dark = false;
    Tone ok, caution, bad, dead, chip;
    Tone tint; ///< selected row, checked segment, information; text is Link
    QColor dangerText, dangerFill;
    QColor chart, chartSoon;
    QColor focusRing;
    QColor secondary; ///< secondary text
    QColor rowLine, panelLine, buttonLine, fieldLine;
    QColor checkedSegment;
};

/// The colour of a text or a symbol; the palette at the time of painting decides its value.
enum class TextTone { Text, Secondary, Highlighted, Ok, Caution, Bad, Link };
[[nodiscard]] QColor toneColor(TextTone tone, const QPalette &palette);

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] StatusColors statusColors(const QPalette &palette);

/// Our palettes, for all desktops but KDE.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// A server's colour, by its name in settings: blue, plum, teal, sand, rose, moss, clay, slate.
[[nodiscard]] QColor serverColor(const QString &name, bool dark);

/// `over` at `share` (0…1) on `under`, opaque.
[[nodiscard]] QColor blended(const QColor &over, const QColor &under, qreal share);
/// WCAG contrast ratio, 1…21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace rox
