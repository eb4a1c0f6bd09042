// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/notebox.h"

#include "ui/style/symbols.h"
#include "ui/style/tones.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace rox {

namespace {
constexpr int SymbolSize = 14;
constexpr int SymbolLeft = 12;
constexpr int LineHeight = 18;
constexpr int TopMargin = 9;
constexpr int Gap = 12; // above, so that it goes with the box
} // namespace

NoteBox::NoteBox(const QString &symbol, QWidget *parent)
    : QWidget(parent)
    , m_symbol(symbol)
    , m_text(new TextLabel(TextSize::Body, this))
{
    m_text->setLineHeight(LineHeight);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    const int room = SymbolLeft + SymbolSize + 9;
    row->setContentsMargins(isRightToLeft() ? 11 : room, Gap + TopMargin,
                            isRightToLeft() ? room : 11, TopMargin);
    row->addWidget(m_text);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NoteBox::say(const QString &lead)
{
    m_text->say(lead, TextTone::Text, true);
}

void NoteBox::paintEvent(QPaintEvent *)
{
    const Tones tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones.tint.line);
    painter.setBrush(tones.tint.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, Gap + 0.5, -0.5, -0.5), 8, 8);
    const QRect at(SymbolLeft, Gap + TopMargin + (LineHeight - SymbolSize) / 2, SymbolSize,
                   SymbolSize);
    paintSymbol(&painter, m_symbol, tones.tint.text,
                QStyle::visualRect(layoutDirection(), rect(), at));
}

} // namespace rox
