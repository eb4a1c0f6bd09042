// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/chartspanbutton.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ArrowSize = 12;
constexpr int Padding = 4;

QFont textFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

/// Of the menu: "Next 12 months, by month".
QString menuText(ChartSpan span)
{
    switch (span) {
    case ChartSpan::Weeks13:
        return ChartSpanButton::tr("Next 1&3 weeks, by week");
    case ChartSpan::Months6:
        return ChartSpanButton::tr("Next &6 months, by week");
    case ChartSpan::Months12:
        return ChartSpanButton::tr("Next &12 months, by month");
    case ChartSpan::Years2:
        return ChartSpanButton::tr("Next &2 years, by month");
    }
    return {};
}

} // namespace

QString spanText(ChartSpan span)
{
    const ChartSpanInfo &info = infoOf(span);
    return info.weeks > 0 ? ChartSpanButton::tr("next %Ln week(s)", nullptr, info.weeks)
                          : ChartSpanButton::tr("next %Ln month(s)", nullptr, info.months);
}

ChartSpanButton::ChartSpanButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(u"chartSpan"_s);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("How far ahead the chart reaches"));
    makeActions();
    connect(this, &QAbstractButton::clicked, this,
            [this] { openMenu(mapToGlobal(QPoint(0, height()))); });
}

void ChartSpanButton::makeActions()
{
    auto *group = new QActionGroup(this);
    for (const ChartSpanInfo &info : ChartSpans) {
        auto *action = new QAction(menuText(info.span), group);
        action->setObjectName(u"span"_s + info.id);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, span = info.span] { Q_EMIT chosen(span); });
        addAction(action);
    }
}

void ChartSpanButton::setSpan(ChartSpan span, const QString &text)
{
    actions().at(qsizetype(span))->setChecked(true);
    setText(text);
    //: For screen readers: "Range of the chart: next 26 weeks"
    setAccessibleName(tr("Range of the chart: %1").arg(spanText(span)));
}

void ChartSpanButton::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"chartSpanMenu"_s);
    menu->setAccessibleName(tr("Chart range"));
    menu->addActions(actions());
    menu->popup(globalPosition);
    for (QAction *action : actions()) {
        if (action->isChecked())
            menu->setActiveAction(action);
    }
}

QSize ChartSpanButton::sizeHint() const
{
    return {textWidth(textFont(), text()) + ArrowSize + 3 * Padding,
            QFontMetrics(textFont()).height() + 1};
}

void ChartSpanButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = textFont();
    font.setUnderline(underMouse());
    painter.setFont(font);
    const QColor color = statusColors(palette()).secondary;
    painter.setPen(color);
    const QRect words = rect().adjusted(Padding, 0, -ArrowSize - Padding, 0);
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width());
    const int width = painter.fontMetrics().horizontalAdvance(shown);
    const auto place = [&](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    painter.drawText(place(QRect(words.left(), 0, width, height())), Qt::AlignVCenter, shown);
    paintSymbol(&painter, u"down"_s, color,
                place(QRect(words.left() + width + Padding, (height() - ArrowSize) / 2, ArrowSize,
                            ArrowSize)));
}

} // namespace rox
