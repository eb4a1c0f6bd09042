// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QWidget;

namespace rox {

/// Blocks clicks and keys of a window for a moment after its buttons have changed: the second
/// click of a double click, or a key pressed twice, was meant for the buttons before. During the
/// pause the window has the property "inputPaused".
class InputPause : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Default{500};

    explicit InputPause(QWidget *window);
    /// 0: none.
    void setLength(std::chrono::milliseconds length) { m_timer.setInterval(length); }
    [[nodiscard]] std::chrono::milliseconds length() const { return m_timer.intervalAsDuration(); }
    void start();
    [[nodiscard]] bool isActive() const { return m_timer.isActive(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void end();

    QWidget *m_window;
    QTimer m_timer;
};

} // namespace rox
