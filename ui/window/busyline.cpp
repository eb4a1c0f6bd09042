// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/busyline.h"

#include "ui/style/colors.h"

#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

BusyLine::BusyLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"busyLine"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedHeight(Thickness);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_at += 0.02;
        if (m_at >= 1)
            m_at -= 1;
        update();
    });
    hide();
}

void BusyLine::setBusy(bool busy)
{
    setVisible(busy);
}

bool BusyLine::animates() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void BusyLine::paintEvent(QPaintEvent *)
{
    const StatusColors tones = statusColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.panelLine);
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    if (!animates()) {
        painter.fillRect(rect(), accent);
        return;
    }
    const int part = width() / 4;
    const int left = qRound(m_at * (width() + part)) - part;
    const QRect moving(left, 0, part, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), moving), accent);
}

void BusyLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_at = 0;
    if (animates())
        m_timer.start();
}

void BusyLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace rox
