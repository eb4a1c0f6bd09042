// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/offercard.h"

#include "models/values/visibletext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

OfferCard::OfferCard(QWidget *parent)
    : Card(parent)
    , m_symbol(new SymbolMark(u"terminal"_s, TextTone::Text, 16, this))
    , m_lead(new TextLabel(TextSize::Body, this))
    , m_text(new TextLabel(TextSize::Body, this))
    , m_button(new QPushButton(this))
{
    setMaximumWidth(MostWidth);
    m_button->setObjectName(u"offerButton"_s);
    m_lead->setObjectName(u"offerLead"_s);
    m_text->setObjectName(u"offerText"_s);
    for (TextLabel *label : {m_lead, m_text}) {
        label->setElided(Qt::ElideRight);
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 7, 8, 7);
    row->setSpacing(0);
    row->addWidget(m_symbol);
    row->addSpacing(12);
    row->addWidget(m_lead);
    row->addSpacing(4);
    row->addWidget(m_text, 1);
    row->addSpacing(12);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &OfferCard::taken);
}

void OfferCard::setOffer(const QString &symbol, const QString &lead, const QString &text,
                         const QString &button)
{
    m_symbol->setSymbol(symbol, TextTone::Text);
    m_lead->showText(shownText(lead), TextTone::Text, true);
    m_text->showText(shownText(text), TextTone::Secondary);
    m_button->setText(button);
    m_button->setAccessibleName(button);
}

} // namespace rox
