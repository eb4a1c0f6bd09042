// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/chartspan.h"

#include <QAbstractButton>

namespace rox {

/// How far ahead the chart reaches, as a text with an arrow; opens a menu with the other spans. The
/// keyboard opens the same menu as the context menu of the chart. QWidget::actions() has an action
/// for each span, in an exclusive group.
class ChartSpanButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChartSpanButton(QWidget *parent);

    void setSpan(ChartSpan span, const QString &text); ///< silent
    void openMenu(const QPoint &globalPosition);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(rox::ChartSpan span);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
};

/// "next 26 weeks".
[[nodiscard]] QString spanText(ChartSpan span);

} // namespace rox
