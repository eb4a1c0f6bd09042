// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/card.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"

#include <QPainter>

namespace rox {

Card::Card(QWidget *parent, Ground ground)
    : QFrame(parent)
    , m_ground(ground)
{}

void Card::setGround(Ground ground)
{
    m_ground = ground;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    constexpr qreal radius = 8;
    const StatusColors tones = statusColors(palette());
    const Tone field{{}, palette().color(QPalette::Active, QPalette::Base), tones.panelLine};
    const Tone &tone = m_ground == Ground::Tint      ? tones.tint
                       : m_ground == Ground::Caution ? tones.caution
                       : m_ground == Ground::Bad     ? tones.bad
                                                     : field;
    QPainter painter(this);
    calm::roundedBox(&painter, contentsRect(), tone.fill, tone.line, radius);
}

} // namespace rox
