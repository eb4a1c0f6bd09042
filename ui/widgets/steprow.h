// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/step.h"
#include "ui/widgets/card.h"

#include <QList>

class QBoxLayout;

namespace rox {

/// The steps of a task, numbered from 1, side by side or one under the other. A screen reader says
/// them as one text.
class StepRow : public Card
{
    Q_OBJECT

public:
    explicit StepRow(Qt::Orientation orientation, QWidget *parent);
    void setSteps(const QList<Step> &steps);
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }

protected:
    void paintEvent(QPaintEvent *event) override; ///< one under the other: without the card

private:
    void rebuild();

    Qt::Orientation m_orientation;
    QList<Step> m_steps;
    QBoxLayout *m_row;
};

} // namespace rox
