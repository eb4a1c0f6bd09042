// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace rox {

/// One of resources/icons by its file name, drawn in this colour. `size` in device-independent
/// pixels. Cached by (name, colour, size, dpr).
[[nodiscard]] QPixmap symbolPixmap(const QString &name, const QColor &color, int size, qreal dpr);
void paintSymbol(QPainter *painter, const QString &name, const QColor &color, const QRect &rect);

/// How an icon takes its colour from the palette of the moment, so that a change of theme needs no
/// new icon.
enum class SymbolTone { Text, Secondary, Highlighted, Ok, Caution, Bad, Danger, Link };
[[nodiscard]] QIcon symbolIcon(const QString &name, SymbolTone tone = SymbolTone::Text);

/// The program's own icon, a drawing for each size.
[[nodiscard]] QIcon applicationIcon();

} // namespace rox
