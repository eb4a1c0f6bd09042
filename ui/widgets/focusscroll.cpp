// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/focusscroll.h"

#include <QApplication>
#include <QScrollArea>

namespace rox {

namespace {
constexpr int Margin = 8; ///< around the widget, for its focus ring
} // namespace

void keepFocusVisible(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (!now || !area->widget() || !area->widget()->isAncestorOf(now))
            return;
        area->ensureWidgetVisible(now, Margin, Margin); // of a text field the line of the cursor
        const QRect whole(now->mapTo(area->widget(), QPoint()), now->size());
        const int half = whole.height() / 2 + Margin;
        if (2 * half <= area->viewport()->height())
            area->ensureVisible(whole.center().x(), whole.center().y(), 0, half);
    });
}

} // namespace rox
