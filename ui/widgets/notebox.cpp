// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/notebox.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

namespace {
constexpr int SymbolSize = 14;
constexpr int LineHeight = 18;
constexpr int Gap = 12; // above, so that it is hidden with the box
} // namespace

NoteBox::NoteBox(const QString &symbol, QWidget *parent)
    : Card(parent, Ground::Tint)
    , m_text(new TextLabel(TextSize::Body, this))
{
    setContentsMargins(0, Gap, 0, 0);
    m_text->setLineHeight(LineHeight);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *mark = new SymbolMark(symbol, TextTone::Link, SymbolSize, this);
    mark->setFixedHeight(LineHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 9, 11, 9);
    row->setSpacing(9);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NoteBox::showText(const QString &lead)
{
    m_text->showText(lead, TextTone::Text, true);
}

} // namespace rox
