// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace rox {

/// The rectangle of a row where the layout direction has it.
[[nodiscard]] QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect);

/// Under a row of the sidebar: a fill if it is selected, and a ring if it is the current one of the
/// list that has the focus, also without selection. Del would remove that server.
void paintSidebarRow(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace rox
