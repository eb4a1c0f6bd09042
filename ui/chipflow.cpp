// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/chipflow.h"

#include "ui/look/type.h"
#include "ui/parts/chips.h"
#include "ui/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ColumnGap = 4;
constexpr int LineGap = 4;
constexpr qsizetype MostChips = 100;

QFont chipFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

int chipHeight()
{
    return std::max(20, QFontMetrics(chipFont()).height() + 4);
}

} // namespace

ChipFlow::ChipFlow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipFlow::setRoles(const QStringList &roles)
{
    QStringList shown;
    for (const QString &role : roles.mid(0, MostChips))
        shown.append(shownText(role, 200));
    if (roles.size() > MostChips)
        shown.append(u"+%1"_s.arg(roles.size() - MostChips));
    setAccessibleDescription(shown.join(u", "_s));
    setToolTip(u"<qt>%1</qt>"_s.arg(shown.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1)));
    m_roles = shown;
    updateGeometry();
    update();
}

QList<QRect> ChipFlow::places(int width) const
{
    QList<QRect> rects;
    int left = 0;
    int top = 0;
    const Tones none;
    for (const QString &role : m_roles) {
        const int wide = std::min(chipWidth(roleChip(role, none), chipFont()), width);
        if (left > 0 && left + wide > width) {
            left = 0;
            top += chipHeight() + LineGap;
        }
        rects.append({left, top, wide, chipHeight()});
        left += wide + ColumnGap;
    }
    return rects;
}

int ChipFlow::heightForWidth(int width) const
{
    const QList<QRect> rects = places(width);
    return rects.isEmpty() ? chipHeight() : rects.last().bottom() + 1;
}

QSize ChipFlow::sizeHint() const
{
    return {120, heightForWidth(std::max(width(), 120))};
}

QSize ChipFlow::minimumSizeHint() const
{
    return {60, chipHeight()};
}

bool ChipFlow::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QWidget::event(event);
}

void ChipFlow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones = tonesOf(palette());
    if (m_roles.isEmpty()) {
        painter.setFont(typeface(QApplication::font(), TextSize::Body));
        painter.setPen(tones.secondary);
        painter.drawText(rect(), Qt::AlignVCenter, tr("none"));
        return;
    }
    const QList<QRect> rects = places(width());
    for (qsizetype i = 0; i < rects.size(); ++i)
        paintChip(&painter, QStyle::visualRect(layoutDirection(), rect(), rects.at(i)),
                  roleChip(m_roles.at(i), tones), chipFont());
}

} // namespace rox
