// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/timefield.h"

#include "ui/generate/expirycalendar.h"
#include "ui/style/symbols.h"

#include <QLineEdit>
#include <QTimeZone>

namespace rox {

using namespace Qt::StringLiterals;

TimeField::TimeField(QWidget *parent)
    : QDateTimeEdit(parent)
{
    // Set as a property: setTimeSpec() is deprecated since Qt 6.7, and 6.4 has no setTimeZone().
    setProperty("timeSpec", QVariant::fromValue(Qt::UTC));
    setCalendarPopup(true);
    setCalendarWidget(new ExpiryCalendar(this));
    //: Weekday, date and time of a field, as QDateTimeEdit takes it
    setDisplayFormat(tr("ddd d MMM yyyy, HH:mm"));
    findChild<QLineEdit *>()->addAction(symbolIcon(u"calendar"_s, TextTone::Secondary),
                                        QLineEdit::LeadingPosition);
}

UtcMs TimeField::moment() const
{
    const QDateTime wall = dateTime();
    QDateTime here(wall.date(), wall.time());
    if (!here.isValid()) // summer time leaves it out: take the next hour
        here = QDateTime(wall.date(), wall.time().addSecs(3600));
    return here.toMSecsSinceEpoch();
}

void TimeField::setMoment(UtcMs time)
{
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(time).toLocalTime();
    setDateTime(QDateTime(here.date(), here.time(), QTimeZone::utc()));
}

} // namespace rox
