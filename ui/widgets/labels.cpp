// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/labels.h"

#include "ui/widgets/tooltips.h"

#include <QEvent>
#include <QPainter>

namespace rox {

QLabel *plainLabel(const QString &text, QWidget *parent, TextSize size, bool semibold)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(typeface(label->font(), size, semibold));
    label->setText(text);
    return label;
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent, TextSize::Secondary);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const
{
    // A name of 10,000 characters asks for no more room than a long one.
    return {fontMetrics().horizontalAdvance(text().left(200)) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 3 * fontMetrics().height()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown =
        fontMetrics().elidedText(text().left(2000), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    const bool whole = fontMetrics().horizontalAdvance(text().left(2000)) <= width();
    setToolTip(whole ? QString() : plainToolTip(text()));
}

SymbolMark::SymbolMark(const QString &name, SymbolTone tone, int size, QWidget *parent)
    : QWidget(parent)
    , m_icon(symbolIcon(name, tone))
{
    setFixedSize(size, size);
}

void SymbolMark::setSymbol(const QString &name, SymbolTone tone)
{
    m_icon = symbolIcon(name, tone);
    update();
}

void SymbolMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QString shown = text().left(200).replace(QLatin1String("&&"), QLatin1String("&"));
    return {fontMetrics().horizontalAdvance(shown) + 2, fontMetrics().height() + 2};
}

QSize LinkButton::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 3 * fontMetrics().height()), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = this->font();
    font.setUnderline(isEnabled() && underMouse());
    painter.setFont(font);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link));
    const QString all = text().left(2000).replace(QLatin1String("&&"), QLatin1String("&"));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(all, Qt::ElideRight, width()));
}

bool LinkButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace rox
