// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QDateTimeEdit>

namespace rox {

/// A date and a time of this computer's zone, to the minute, with a calendar.
///
/// QDateTimeEdit holds the local date and time as UTC: it jumps to the year 1752 when it is given a
/// local time that the change to summer time leaves out.
class TimeField : public QDateTimeEdit
{
    Q_OBJECT

public:
    explicit TimeField(QWidget *parent);

    [[nodiscard]] UtcMs moment() const;
    void setMoment(UtcMs time);
};

} // namespace rox
