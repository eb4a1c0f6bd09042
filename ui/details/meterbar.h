// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QWidget>

namespace rox {

/// How much of a token's life is left: 6 px, filled from the start.
class MeterBar : public QWidget
{
    Q_OBJECT

public:
    explicit MeterBar(QWidget *parent = nullptr);
    void setLeft(double share, TokenStatus status); ///< share 0…1
    [[nodiscard]] double left() const { return m_share; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    TokenStatus m_status = TokenStatus::Active;
};

} // namespace rox
