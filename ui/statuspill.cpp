// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/statuspill.h"

#include "ui/look/type.h"
#include "ui/parts/chips.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace rox {

namespace {
constexpr int Extra = 14 + 4 + 16; // symbol, gap, padding

QFont pillFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}
} // namespace

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("status"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setStatus(TokenStatus status)
{
    m_status = status;
    setAccessibleName(tr("Status: %1").arg(statusLook(status, {}).word));
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const QFontMetrics metrics(pillFont());
    return {textWidth(pillFont(), statusLook(m_status, {}).word) + Extra,
            std::max(20, metrics.height() + 4)};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect at = rect();
    // Without a fill the padding would only look like an indent.
    if (!statusLook(m_status, {}).filled)
        at.translate(layoutDirection() == Qt::RightToLeft ? 8 : -8, 0);
    paintStatusPill(&painter, at, m_status, pillFont(), tonesOf(palette()));
}

} // namespace rox
