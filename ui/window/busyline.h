// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

namespace rox {

/// 2 px that move while something is under way. Stands still where the desktop wants no animation.
class BusyLine : public QWidget
{
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent = nullptr);
    void setBusy(bool busy);
    [[nodiscard]] bool isMoving() const { return m_timer.isActive(); }
    static constexpr int Thickness = 2;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] bool animates() const;
    QTimer m_timer;
    qreal m_at = 0; ///< 0…1 of the way
};

} // namespace rox
