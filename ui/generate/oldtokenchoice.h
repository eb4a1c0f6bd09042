// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotation.h"
#include "models/values/clock.h"

#include <QWidget>

class QLabel;
class QRadioButton;

namespace rox {

class TimeField;

/// "Old token": what is to become of it once the new one was handed over.
class OldTokenChoice : public QWidget
{
    Q_OBJECT

public:
    /// `clock` outlives it.
    OldTokenChoice(Token old, const Clock *clock, QWidget *parent = nullptr);

    [[nodiscard]] OldTokenPlan plan() const;
    void setPlan(const OldTokenPlan &plan);
    /// Empty if the plan can be carried out, else what is wrong with the date.
    [[nodiscard]] QString problem() const;
    void setLocked(bool locked);

Q_SIGNALS:
    void changed();

private:
    class Row;
    void showChoice();
    [[nodiscard]] UtcMs latest() const;

    Token m_old;
    const Clock *m_clock;
    Row *m_byHand;
    Row *m_onDate;
    Row *m_keep;
    TimeField *m_date;
};

} // namespace rox
