// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

class QFont;
class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace rox {

/// A token in the question: name, id and time of issue in two lines; roles; when it expires.
void paintQuestionRow(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, UtcMs now);
[[nodiscard]] int questionRowHeight(const QFont &font);

} // namespace rox
