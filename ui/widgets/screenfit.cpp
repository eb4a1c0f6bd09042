// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/screenfit.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace rox {

namespace {

constexpr int TitleBar = 40; ///< a guess, until the desktop says how tall its own is

bool isPlainWindow(const QWidget *widget)
{
    const Qt::WindowType type = widget->windowType();
    return (type == Qt::Window || type == Qt::Dialog) && widget->isWindow()
           && (widget->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) == 0;
}

void fit(QWidget *window)
{
    const QRect frame = window->frameGeometry();
    const QRect fitted = fittedFrame(frame, window->screen()->availableGeometry());
    if (fitted.size() != frame.size())
        window->resize(window->size() - (frame.size() - fitted.size()));
    if (fitted.topLeft() != frame.topLeft())
        window->move(fitted.topLeft());
}

} // namespace

QSize fittedSize(const QSize &wanted, const QSize &available)
{
    return wanted.boundedTo(available - QSize(0, TitleBar));
}

QRect fittedFrame(const QRect &frame, const QRect &available)
{
    QRect fitted(frame.topLeft(), frame.size().boundedTo(available.size()));
    fitted.moveRight(std::min(fitted.right(), available.right()));
    fitted.moveBottom(std::min(fitted.bottom(), available.bottom()));
    fitted.moveLeft(std::max(fitted.left(), available.left()));
    fitted.moveTop(std::max(fitted.top(), available.top()));
    return fitted;
}

ScreenFit::ScreenFit(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ScreenFit::eventFilter(QObject *watched, QEvent *event)
{
    // The frame is known by the time that the window becomes active.
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate) {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && isPlainWindow(widget))
            fit(widget);
    }
    return false;
}

} // namespace rox
