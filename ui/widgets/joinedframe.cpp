// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/joinedframe.h"

#include "ui/style/colors.h"

#include <QChildEvent>
#include <QPainter>
#include <QPainterPath>

namespace rox {

namespace {

constexpr qreal Radius = 6;

/// Painted over the children: the line, and the area outside of the corners.
class FrameEdge final : public QWidget
{
public:
    explicit FrameEdge(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    QColor surroundings;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath inside;
        inside.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
        QPainterPath outside;
        outside.addRect(rect());
        painter.fillPath(outside.subtracted(inside),
                         surroundings.isValid()
                             ? surroundings
                             : palette().color(QPalette::Active, QPalette::Window));
        painter.setPen(QPen(statusColors(palette()).panelLine, 1));
        painter.drawPath(inside);
    }
};

} // namespace

JoinedFrame::JoinedFrame(QWidget *parent)
    : QFrame(parent)
    , m_edge(new FrameEdge(this))
{}

void JoinedFrame::setSurroundings(const QColor &color)
{
    static_cast<FrameEdge *>(m_edge)->surroundings = color;
    m_edge->update();
}

void JoinedFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Active, QPalette::Base));
}

void JoinedFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_edge->setGeometry(rect());
}

void JoinedFrame::childEvent(QChildEvent *event)
{
    QFrame::childEvent(event);
    if (event->type() == QEvent::ChildPolished && event->child() != m_edge)
        m_edge->raise();
}

} // namespace rox
