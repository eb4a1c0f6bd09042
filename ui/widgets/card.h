// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

namespace rox {

/// A rounded box with a line around it, inside its contents margins.
class Card : public QFrame
{
    Q_OBJECT

public:
    enum class Ground { Field, Tint, Caution, Bad };

    explicit Card(QWidget *parent, Ground ground = Ground::Field);
    void setGround(Ground ground);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
};

} // namespace rox
