// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokensearch.h"
#include "ui/style/colors.h"

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace rox {

/// The fill behind a hit. Secondary text is legible on it too.
[[nodiscard]] QColor markColor(const StatusColors &tones);

/// One line of text in which the hits of a search are marked.
struct MarkedText
{
    QString text;
    QList<TokenSearch::Hit> hits;
    QColor color;
    QColor mark; ///< fill behind a hit

    /// Elided at the end to this width. A hit in the part that is cut off marks the ellipsis.
    void elide(const QFont &font, int width);
    /// At the left of `rect`, or at its right, and centred vertically.
    void paint(QPainter *painter, const QRect &rect, const QFont &font,
               Qt::Alignment side = Qt::AlignLeft) const;
};

} // namespace rox
