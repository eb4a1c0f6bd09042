// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"
#include "ui/style/tones.h"

#include <QModelIndex>
#include <QPainter>
#include <QStyleOptionViewItem>

/// How rows of "Revoke tokens" are drawn.
namespace rox::revokepaint {

inline constexpr int Padding = 12;
inline constexpr int SymbolSize = 16;
inline constexpr int TextLeft = 40; ///< of what stands beside a symbol

/// One line, elided at its end.
void drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);
/// A name, elided in its middle: names of one team differ at their ends.
void drawName(QPainter *painter, const QRect &rect, const QString &name, const QFont &font,
              const QColor &color);
/// The name as it is drawn: "(no name)" in italics where it has no visible character.
[[nodiscard]] QFont nameFont(const QFont &font, const QString &name);
/// "3f2a91d0", in a fixed font of this size.
[[nodiscard]] QString shortId(const Token &token);
[[nodiscard]] QFont idFont(const QFont &base);
/// Name, id and time of issue in two lines; roles; when it expires.
void paintQuestion(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   UtcMs now);
/// The symbol of a state; an arc, turned by `spin` degrees, while Central is being asked.
void paintState(QPainter *painter, const QPalette &palette, const QRect &rect,
                RevokeListModel::State state, int spin);

} // namespace rox::revokepaint
