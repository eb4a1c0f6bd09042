// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QTimer>
#include <QWidget>

namespace rox {

/// Shows a secret for a while, else a mask of fixed length. Nothing of it can be selected, dragged
/// or copied with the mouse; while masked, neither a property nor a screen reader has it. Two lines
/// when shown; arrow keys and the wheel reach the rest.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);
    ~SecretField() override;

    void setSecret(Secret secret);
    [[nodiscard]] const Secret &secret() const { return m_secret; }

    [[nodiscard]] bool isRevealed() const { return m_secondsLeft > 0; }
    void setRevealed(bool revealed);
    /// Until it is masked again by itself; 0 while masked.
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    void setTickMs(int ms) { m_timer.setInterval(ms); } ///< a shorter second, for tests
    static constexpr int Seconds = 30;
    static constexpr int MaskLength = 36; ///< says nothing of the secret's length

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void revealedChanged(bool revealed);
    void secondPassed(int secondsLeft); ///< while revealed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override; ///< masks when the window loses focus
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void tick();
    void scrollTo(int line);
    void paintMask(QPainter *painter) const;
    void paintSecret(QPainter *painter);

    Secret m_secret;
    QTimer m_timer;
    int m_secondsLeft = 0;
    int m_firstLine = 0;
    int m_lineCount = 0;
};

} // namespace rox
