// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/meterbar.h"

#include "ui/style/colors.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int Thickness = 6;
constexpr int Gap = 8; // above the bar, and hidden with it
} // namespace

MeterBar::MeterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"timeLeft"_s);
    setAccessibleName(tr("Time left"));
    setFixedHeight(Gap + Thickness);
}

void MeterBar::setLeft(double share, TokenStatus status)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_status = status;
    setAccessibleDescription(tr("%1 %").arg(qRound(m_share * 100)));
    update();
}

void MeterBar::paintEvent(QPaintEvent *)
{
    const StatusColors tones = statusColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.panelLine);
    constexpr double radius = Thickness / 2.0;
    const QRect track = rect().adjusted(0, Gap, 0, 0);
    painter.drawRoundedRect(QRectF(track), radius, radius);
    if (m_share <= 0)
        return;
    painter.setBrush(m_status == TokenStatus::Expiring ? tones.chartSoon : tones.chart);
    const QRect filled(0, Gap, std::max(Thickness, qRound(width() * m_share)), Thickness);
    painter.drawRoundedRect(QRectF(QStyle::visualRect(layoutDirection(), rect(), filled)), radius,
                            radius);
}

} // namespace rox
