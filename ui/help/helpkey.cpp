// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/helpkey.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>

namespace rox {

HelpKey::HelpKey(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool HelpKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress
        || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents))
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !qobject_cast<QDialog *>(widget->window()))
        return false;
    Q_EMIT helpRequested();
    return true;
}

} // namespace rox
