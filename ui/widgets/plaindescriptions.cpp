// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/plaindescriptions.h"

#include <QApplication>
#include <QEvent>
#include <QTextDocumentFragment>
#include <QWidget>

namespace rox {

namespace {

constexpr char OursProperty[] = "roxPlainDescription"; // the description that was made here

void describe(QWidget *widget)
{
    const QString ours = widget->property(OursProperty).toString();
    if (widget->accessibleDescription() != ours)
        return; // the widget's own
    const QString tip = widget->toolTip();
    // Without a description Qt takes the tooltip, and plain text is right as it is.
    const QString plain =
        Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : QString();
    if (plain == ours)
        return;
    widget->setProperty(OursProperty, plain);
    widget->setAccessibleDescription(plain);
}

} // namespace

PlainDescriptions::PlainDescriptions(QObject *parent)
    : QObject(parent)
{
    for (QWidget *widget : QApplication::allWidgets())
        describe(widget);
    qApp->installEventFilter(this);
}

bool PlainDescriptions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTipChange) {
        if (auto *widget = qobject_cast<QWidget *>(watched))
            describe(widget);
    }
    return false;
}

} // namespace rox
