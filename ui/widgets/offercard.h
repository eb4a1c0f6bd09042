// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QPushButton;

namespace rox {

class SymbolMark;
class TextLabel;

/// A card under the first-run page: connections that were found on this computer, and a button.
class OfferCard : public Card
{
    Q_OBJECT

public:
    explicit OfferCard(QWidget *parent = nullptr);
    /// `lead` is semibold; both are plain text. The button's accessible name is its text.
    void setOffer(const QString &symbol, const QString &lead, const QString &text,
                  const QString &button);
    static constexpr int MostWidth = 640;

Q_SIGNALS:
    void taken();

private:
    SymbolMark *m_symbol;
    TextLabel *m_lead;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace rox
