// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/expirycalendar.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QEvent>
#include <QLayout>
#include <QMenu>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 8;
constexpr int CellInset = 2;
constexpr int CellRadius = 6;

} // namespace

ExpiryCalendar::ExpiryCalendar(QWidget *parent)
    : QCalendarWidget(parent)
{
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(ShortDayNames);
    setGridVisible(false);
    // The parts of QCalendarWidget have no other access than their object names.
    const auto button = [this](const QString &name, const QString &accessible) {
        auto *found = findChild<QToolButton *>(name);
        if (found)
            found->setAccessibleName(accessible);
        return found;
    };
    if (auto *before = button(u"qt_calendar_prevmonth"_s, tr("Month before")))
        before->setIcon(symbolIcon(u"left"_s));
    if (auto *after = button(u"qt_calendar_nextmonth"_s, tr("Month after")))
        after->setIcon(symbolIcon(u"right"_s));
    if (auto *month = button(u"qt_calendar_monthbutton"_s, tr("Month"))) {
        // The mark of a button with a menu would stand under the month's name, as a comma does.
        QMenu *months = month->menu();
        month->setMenu(nullptr);
        connect(month, &QToolButton::clicked, months,
                [month, months] { months->popup(month->mapToGlobal(QPoint(0, month->height()))); });
    }
    button(u"qt_calendar_yearbutton"_s, tr("Year"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layout()->setContentsMargins(Margin, Margin, Margin, Margin);
    showColors();
}

void ExpiryCalendar::showColors()
{
    const QColor text = palette().color(QPalette::Active, QPalette::Text);
    // Used for the names of the days alone: paintCell() draws the days.
    QTextCharFormat day;
    day.setForeground(statusColors(palette()).secondary);
    for (const auto each : {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday,
                            Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(each, day);
    QTextCharFormat names;
    names.setBackground(palette().color(QPalette::Active, QPalette::Base));
    names.setFont(typeface(font(), TextSize::Secondary));
    setHeaderTextFormat(names);
    // Its bar paints its ground in Highlight and its buttons in HighlightedText.
    if (auto *bar = findChild<QWidget *>(u"qt_calendar_navigationbar"_s)) {
        QPalette colors = palette();
        colors.setColor(QPalette::Highlight, palette().color(QPalette::Active, QPalette::Base));
        colors.setColor(QPalette::HighlightedText, text);
        colors.setColor(QPalette::ButtonText, text);
        bar->setPalette(colors);
    }
}

void ExpiryCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const QPalette &colors = palette();
    const StatusColors tones = statusColors(colors);
    const bool isSelected = date == selectedDate();
    const bool isOutside =
        date.month() != monthShown() || date < minimumDate() || date > maximumDate();
    const int side = std::min(rect.width(), rect.height()) - 2 * CellInset;
    QRect box(0, 0, std::min(rect.width() - 2 * CellInset, side * 3 / 2), side);
    box.moveCenter(rect.center());
    painter->save();
    painter->fillRect(rect, colors.color(QPalette::Active, QPalette::Base));
    if (isSelected)
        calm::roundedBox(painter, box, colors.color(QPalette::Active, QPalette::Highlight),
                         Qt::transparent, CellRadius);
    else if (date == QDate::currentDate())
        calm::roundedBox(painter, box, Qt::transparent, tones.fieldLine, CellRadius);
    painter->setFont(typeface(font(), TextSize::Body, isSelected));
    painter->setPen(isSelected  ? colors.color(QPalette::Active, QPalette::HighlightedText)
                    : isOutside ? colors.color(QPalette::Disabled, QPalette::Text)
                                : colors.color(QPalette::Active, QPalette::Text));
    painter->drawText(rect, Qt::AlignCenter, locale().toString(date.day()));
    painter->restore();
}

QSize ExpiryCalendar::minimumSizeHint() const
{
    // QCalendarWidget adds up its parts and leaves the margins of its layout out.
    return QCalendarWidget::minimumSizeHint().grownBy(layout()->contentsMargins());
}

void ExpiryCalendar::paintEvent(QPaintEvent *event)
{
    QCalendarWidget::paintEvent(event);
    QPainter painter(this);
    calm::roundedBox(&painter, rect(), Qt::transparent, statusColors(palette()).buttonLine, 0);
}

void ExpiryCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showColors();
}

void ExpiryCalendar::showEvent(QShowEvent *event)
{
    showColors(); // a popup takes its palette over when it is shown
    QCalendarWidget::showEvent(event);
}

} // namespace rox
