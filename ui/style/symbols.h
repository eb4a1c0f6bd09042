// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/colors.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace rox {

/// One of resources/icons by its file name, drawn in this colour. `size` in device-independent
/// pixels. Cached by (name, colour, size, dpr).
[[nodiscard]] QPixmap symbolPixmap(const QString &name, const QColor &color, int size, qreal dpr);
void paintSymbol(QPainter *painter, const QString &name, const QColor &color, const QRect &rect);

/// An icon that takes its colour from the palette at each paint: a change of theme needs no new
/// icon.
[[nodiscard]] QIcon symbolIcon(const QString &name, TextTone tone = TextTone::Text);

/// The program's own icon, a drawing for each size.
[[nodiscard]] QIcon applicationIcon();

} // namespace rox
