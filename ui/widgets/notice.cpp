// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/notice.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownMs = 8000;
constexpr int Side = 16;  // between the card and the list's sides
constexpr int Bottom = 8; // and its lower edge
constexpr int MaxWidth = 900;
constexpr qreal Radius = 8;

} // namespace

Notice::Notice(QWidget *parent)
    : MessageBar(parent)
    , m_hide(new QTimer(this))
{
    setObjectName(u"notice"_s);
    setAccessibleName(tr("Notice"));
    setFocusPolicy(Qt::NoFocus);
    setContentsMargins(Shadow, Shadow, Shadow, Shadow);
    addCloseButton(tr("Close notice"), [this] { dismiss(); });
    m_hide->setSingleShot(true);
    m_hide->setInterval(ShownMs);
    connect(m_hide, &QTimer::timeout, this, &Notice::dismiss);
    hide();
}

void Notice::placeOver(QWidget *list)
{
    m_list = list;
    setParent(list->window());
    // Not only the list itself: its parents may move it.
    for (QWidget *each = list; each && each != list->window(); each = each->parentWidget())
        each->installEventFilter(this);
}

bool Notice::stays(const Message &message)
{
    return message.severity == Severity::Caution || message.severity == Severity::Bad;
}

void Notice::show(const Message &news)
{
    setMessage(news);
    place();
    setVisible(true);
    raise();
    m_hide->stop();
    if (!stays(message()) && !underMouse())
        m_hide->start();
}

void Notice::dismiss()
{
    if (isHidden())
        return;
    const QString id = message().id;
    clear();
    Q_EMIT dismissed(id);
}

void Notice::clear()
{
    m_hide->stop();
    hide();
    setMessage({});
}

void Notice::place()
{
    if (!m_list)
        return;
    const QWidget *over = m_list; // a page may stand in its place
    while (!over->isVisible() && over->parentWidget() && over->parentWidget() != parentWidget())
        over = over->parentWidget();
    const QRect list(over->mapTo(parentWidget(), QPoint()), over->size());
    const int width = std::min(list.width() - 2 * Side, MaxWidth) + 2 * Shadow;
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    const int left =
        isRightToLeft() ? list.right() + 1 - Side + Shadow - width : list.left() + Side - Shadow;
    setGeometry(left, list.bottom() + 1 - Bottom + Shadow - height, width, height);
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (!isHidden()
        && (event->type() == QEvent::Resize || event->type() == QEvent::Move
            || event->type() == QEvent::Show || event->type() == QEvent::Hide))
        place();
    return MessageBar::eventFilter(watched, event);
}

void Notice::enterEvent(QEnterEvent *event)
{
    MessageBar::enterEvent(event);
    m_hide->stop();
}

void Notice::leaveEvent(QEvent *event)
{
    MessageBar::leaveEvent(event);
    if (!isHidden() && !stays(message()))
        m_hide->start();
}

void Notice::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 6));
    for (int out = 1; out <= Shadow; ++out)
        painter.drawRoundedRect(QRectF(contentsRect()).adjusted(-out, -out + 2, out, out), // falls
                                Radius + out, Radius + out);
    painter.end();
    MessageBar::paintEvent(event);
}

} // namespace rox
