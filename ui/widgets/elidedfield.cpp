// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/elidedfield.h"

#include "ui/style/typography.h"
#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace rox {

ElidedField::ElidedField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setFrame(false);
    setTextMargins(0, 0, 0, 0);
    setContentsMargins(0, 0, 0, 0);
    QPalette clear;
    clear.setBrush(QPalette::Base, Qt::NoBrush);
    setPalette(clear);
}

void ElidedField::followFont()
{
    setFont(fixedTypeface(QApplication::font()));
}

QSize ElidedField::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(text()) + 4, fontMetrics().height() + 2};
}

QSize ElidedField::minimumSizeHint() const
{
    ensurePolished();
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height() + 2};
}

bool ElidedField::event(QEvent *event)
{
    // Not before it is shown: the font takes time to load.
    if (event->type() == QEvent::Polish || event->type() == QEvent::ApplicationFontChange)
        followFont();
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()),
                           this);
        return true;
    }
    return QLineEdit::event(event);
}

void ElidedField::paintEvent(QPaintEvent *event)
{
    if (hasFocus()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
}

} // namespace rox
