// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidgetList>

class QWidget;

namespace rox {

/// What Tab reaches in `window`: the widgets of the first part, of the second and so on, in each
/// part line by line as they stand on the screen; then what stands in no part. Qt's own order is
/// that in which widgets were made, so a button of a message would come last.
[[nodiscard]] QWidgetList tabOrder(const QWidget *window, const QWidgetList &parts);

/// What QWidget::focusNextPrevChild() does, in tabOrder(). Returns false if nothing can be reached.
bool focusNextWidget(QWidget *window, const QWidgetList &parts, bool next);

/// Gives the focus to the next part that can take it: to the widget that had it last there, else to
/// the part's first.
void focusNextPart(QWidget *window, const QWidgetList &parts, bool next);

} // namespace rox
