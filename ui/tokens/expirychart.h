// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenselection.h"

#include <QWidget>

#include <array>

namespace rox {

/// The chart "Expiry by week": a bar for each of the next 26 weeks. Click or arrow keys choose one,
/// a second click or Esc clears the choice.
class ExpiryChart : public QWidget
{
    Q_OBJECT

public:
    using Counts = std::array<quint32, ExpiryWeeks>;

    explicit ExpiryChart(QWidget *parent = nullptr);

    void setCounts(const Counts &counts, UtcMs now);
    void setWeek(int week); ///< silent; -1 for none
    [[nodiscard]] int week() const { return m_week; }

    [[nodiscard]] QRect barRect(int week) const;    ///< of the bar as drawn; may be flat
    [[nodiscard]] QRect slotRect(int week) const;   ///< where a click counts
    [[nodiscard]] QString weekText(int week) const; ///< "9 Sep to 15 Sep: 12 tokens"
    [[nodiscard]] QSize sizeHint() const override;

    static constexpr UtcMs WeekMs = 7 * DayMs;
    static constexpr int SoonWeeks = 2; ///< drawn in the colour of what expires soon

public Q_SLOTS:
    void choose(int week); ///< as the user does; choosing the chosen week again clears it

Q_SIGNALS:
    void weekChosen(int week);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Places;
    [[nodiscard]] Places places() const;
    [[nodiscard]] int weekAt(const QPoint &point) const;
    void move(int week);
    void paintTitle(QPainter &painter, const Places &places) const;
    void paintBars(QPainter &painter, const Places &places) const;
    void paintAxis(QPainter &painter, const Places &places) const;
    void paintAxisLabel(QPainter &painter, const Places &places, int week, const QString &text,
                        int *taken) const;

    Counts m_counts{};
    UtcMs m_now = NoTime;
    int m_week = -1;
    int m_hovered = -1;
};

/// Makes each bar a child for screen readers. Called by the first strip.
void installExpiryStripAccess();

} // namespace rox
