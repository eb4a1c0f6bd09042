// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QPushButton>

namespace rox {

class SecretField;

/// "Show" and "Hide". A short press toggles; a press held longer shows the secret until release.
class RevealButton : public QPushButton
{
    Q_OBJECT

public:
    RevealButton(SecretField *field, QWidget *parent);
    void setHoldMs(int ms) { m_holdMs = ms; } ///< for tests

private:
    void reword();

    SecretField *m_field;
    QElapsedTimer m_sincePress;
    bool m_wasRevealed = false;
    int m_holdMs = 400;
};

} // namespace rox
