// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/focusring.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QFocusFrame>

namespace rox {

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget *widget)
{
    widget->removeEventFilter(this);
    widget->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool clicked =
            reason == Qt::MouseFocusReason && qobject_cast<QAbstractButton *>(widget);
        if (!clicked) {
            if (!m_frame)
                m_frame = new QFocusFrame(widget->parentWidget());
            m_frame->setWidget(widget);
        }
    } else if (widget && m_frame && m_frame->widget() == widget
               && (event->type() == QEvent::FocusOut
                   || event->type() == QEvent::MouseButtonPress)) {
        if (event->type() == QEvent::FocusOut || qobject_cast<QAbstractButton *>(widget))
            m_frame->setWidget(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rox
