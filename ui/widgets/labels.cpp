// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/labels.h"

#include <QPainter>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

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

QWidget *separator(QPalette::ColorRole role, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(role);
    return line;
}

SymbolMark::SymbolMark(const QString &name, TextTone tone, int size, QWidget *parent)
    : QWidget(parent)
    , m_icon(symbolIcon(name, tone))
{
    setFixedSize(size, size);
}

void SymbolMark::setIcon(const QIcon &icon)
{
    m_icon = icon;
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
    const QString shown = text().left(200).replace("&&"_L1, "&"_L1);
    return {fontMetrics().horizontalAdvance(shown) + 2, fontMetrics().height() + 2};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 3 * fontMetrics().height()), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = this->font();
    font.setUnderline(isEnabled() && underMouse());
    painter.setFont(font);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link));
    const QString all = text().left(2000).replace("&&"_L1, "&"_L1);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(all, Qt::ElideRight, width()));
}

} // namespace rox
