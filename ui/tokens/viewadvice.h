// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"

#include <QWidget>

class QPushButton;

namespace rox {

class TextLabel;

/// Above the tokens of a view of the sidebar: what they have in common, and what to do; and a way
/// back to all tokens.
class ViewAdviceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ViewAdviceBar(QWidget *parent = nullptr);
    /// `deed`: the text of a button; empty: none.
    void setAdvice(const ViewAdvice &advice, const QString &deed);
    void setDeedEnabled(bool enabled);

Q_SIGNALS:
    void allChosen();
    void deedChosen();

private:
    TextLabel *m_text;
    QPushButton *m_deed;
};

} // namespace rox
