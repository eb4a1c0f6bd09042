// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

namespace rox {

/// A line of 2 px that moves while the window is busy; it does not move without animations.
class BusyLine : public QWidget
{
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent = nullptr);
    void setBusy(bool busy);
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
