// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chipflow.h"

#include "models/values/visibletext.h"
#include "ui/style/typography.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tooltips.h"

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
constexpr qsizetype MaxChips = 100;

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
    for (const QString &role : roles.mid(0, MaxChips))
        shown.append(shownText(role, 200));
    if (roles.size() > MaxChips)
        shown.append(u'+' + QLocale().toString(roles.size() - MaxChips));
    setAccessibleDescription(shown.join(u", "_s));
    setToolTip(plainToolTip(shown.join(u'\n')));
    m_roles = shown;
    updateGeometry();
    update();
}

void ChipFlow::setMaxLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
    update();
}

QList<ChipFlow::Placed> ChipFlow::places(int width) const
{
    QList<Placed> placed;
    int left = 0;
    int top = 0;
    int lines = 1;
    for (const QString &role : m_roles) {
        const int wide = std::min(chipWidth(roleChip(role, {}), chipFont()), width);
        if (left > 0 && left + wide > width) {
            if (lines == m_mostLines) {
                countTheRest(&placed, m_roles.size() - placed.size(), width);
                break;
            }
            left = 0;
            top += chipHeight() + LineGap;
            ++lines;
        }
        placed.append({role, {left, top, wide, chipHeight()}});
        left += wide + ColumnGap;
    }
    return placed;
}

void ChipFlow::countTheRest(QList<Placed> *placed, qsizetype rest, int width) const
{
    // The chip with the count replaces chips before it; a single chip is elided.
    while (true) {
        const QString count = u'+' + QLocale().toString(rest);
        const int wide = chipWidth({count, {}, {}}, chipFont());
        QRect &last = placed->last().rect;
        const int room = width - wide - ColumnGap;
        if (last.right() < room || last.left() == 0) {
            last.setRight(std::min(last.right(), room - 1));
            placed->append(
                {count, {last.right() + 1 + ColumnGap, last.top(), wide, last.height()}, true});
            return;
        }
        placed->removeLast();
        ++rest;
    }
}

int ChipFlow::heightForWidth(int width) const
{
    const QList<Placed> placed = places(width);
    return placed.isEmpty() ? chipHeight() : placed.last().rect.bottom() + 1;
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
    const StatusColors tones = statusColors(palette());
    if (m_roles.isEmpty()) {
        painter.setFont(typeface(QApplication::font(), TextSize::Body));
        painter.setPen(tones.secondary);
        painter.drawText(rect(), Qt::AlignVCenter, tr("none"));
        return;
    }
    const QList<Placed> placed = places(width());
    for (const Placed &each : placed) {
        const Chip chip =
            each.isCount ? Chip{each.text, {}, tones.chip} : roleChip(each.text, tones);
        paintChip(&painter, QStyle::visualRect(layoutDirection(), rect(), each.rect), chip,
                  chipFont());
    }
}

} // namespace rox
