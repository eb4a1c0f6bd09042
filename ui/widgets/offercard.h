// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QPushButton;

namespace rox {

class SymbolMark;
class TextLabel;

/// Under the first-run page: what was found on this computer, and a button that takes it up.
class OfferCard : public QFrame
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SymbolMark *m_symbol;
    TextLabel *m_lead;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace rox
