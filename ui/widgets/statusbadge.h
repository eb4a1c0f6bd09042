// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "ui/widgets/chips.h"

#include <QWidget>

namespace rox {

/// The badge of a token's status, as the list paints it.
class StatusBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);
    /// `isUnknown`: whether the token is revoked is not known; shown in place of its status.
    void setStatus(TokenStatus status, bool isUnknown = false);
    [[nodiscard]] TokenStatus status() const { return m_status; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] StatusLook look(const StatusColors &tones) const;

    TokenStatus m_status = TokenStatus::Active;
    bool m_isUnknown = false;
};

} // namespace rox
