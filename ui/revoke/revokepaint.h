// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"

#include <QFont>
#include <QRect>

class QColor;
class QPainter;
class QPalette;

/// What the rows of "Revoke tokens" are drawn with.
namespace rox::revokepaint {

inline constexpr int Padding = 12;
inline constexpr int SymbolSize = 16;

/// One line, elided at its end.
void drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);
/// A name, elided in its middle: names of one team differ at their ends.
void drawName(QPainter *painter, const QRect &rect, const QString &name, const QFont &font,
              const QColor &color);
/// Semibold; in italics for "(no name)", which stands for a name without a visible character.
[[nodiscard]] QFont nameFont(const QFont &font, const QString &name);
/// The fixed font of an id.
[[nodiscard]] QFont idFont(const QFont &base);
/// The symbol of a state; an arc, turned by `spin` degrees, while Central is being asked.
void paintState(QPainter *painter, const QPalette &palette, const QRect &rect,
                RevokeListModel::State state, int spin);

} // namespace rox::revokepaint
