// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/inputpause.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace rox {

namespace {

constexpr char Property[] = "inputPaused";

} // namespace

InputPause::InputPause(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Default);
    connect(&m_timer, &QTimer::timeout, this, &InputPause::end);
}

void InputPause::start()
{
    if (m_timer.interval() == 0)
        return;
    m_timer.start();
    m_window->setProperty(Property, true);
    // The filter installed last sees an event first: before ReturnKey.
    QCoreApplication::instance()->installEventFilter(this);
}

void InputPause::end()
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_window->setProperty(Property, {});
}

bool InputPause::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::KeyPress:
        break;
    default:
        return false;
    }
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == m_window;
}

} // namespace rox
