// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QTimer>
#include <QWidget>

namespace rox {

/// Shows a secret for a while, else a mask of fixed length. It cannot be selected, dragged or
/// copied with the mouse; while masked, no property and no screen reader can read it. Shown, it is
/// as high as the whole value needs; beyond MaxLines arrow keys and the wheel scroll.
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
    /// Until it is masked again; 0 while masked.
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    void setTickMs(int ms) { m_timer.setInterval(ms); } ///< a shorter second, for tests
    static constexpr int Seconds = 30;
    static constexpr int MaskLength = 36; ///< independent of the secret's length

    static constexpr int MaxLines = 40;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void revealedChanged(bool revealed);
    void secondPassed(int secondsLeft); ///< while revealed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override; ///< masks when the window loses focus
    void hideEvent(QHideEvent *event) override;

private:
    void tick();
    void scrollTo(int line);
    [[nodiscard]] int linesIn(int width) const;
    [[nodiscard]] int shownLines() const;
    void paintMask(QPainter *painter) const;
    void paintSecret(QPainter *painter);

    Secret m_secret;
    QTimer m_timer;
    int m_secondsLeft = 0;
    int m_firstLine = 0;
    int m_lineCount = 0;
};

} // namespace rox
