// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "models/values/clock.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace rox {

class OldTokenChoice;

/// "What happens to the old one": changes the plan of a rotation that is under way.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(const RotationRow &row, const CentralClock &clock, QWidget *parent);

Q_SIGNALS:
    void chosen(const rox::OldTokenPlan &plan);

private:
    void refresh();

    CentralClock m_clock;
    OldTokenChoice *m_choice;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace rox
