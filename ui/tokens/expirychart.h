// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenselection.h"

#include <QWidget>

#include <array>

namespace rox {

/// The chart "Expiry by week": a bar for each week of WeekGrid. Click or arrow keys choose one;
/// dragging, Shift+click or Shift+arrow keys choose several that stand together. A second click or
/// Esc clears the choice.
class ExpiryChart : public QWidget
{
    Q_OBJECT

public:
    using Counts = std::array<quint32, ExpiryWeeks>;

    explicit ExpiryChart(QWidget *parent = nullptr);

    /// `soon` tokens expire within `soonDays`.
    void setCounts(const Counts &counts, UtcMs now, quint32 soon = 0, int soonDays = 14);
    void setRoles(const QStringList &roles); ///< which the tokens of the bars have
    void setRange(const TimeRange &range);   ///< silent; open: none
    [[nodiscard]] std::pair<int, int> weeks() const { return m_weeks; } ///< [-1, -1]: none

    [[nodiscard]] QRect barRect(int week) const;    ///< of the bar as drawn; may be flat
    [[nodiscard]] QRect slotRect(int week) const;   ///< where a click counts
    [[nodiscard]] QString weekText(int week) const; ///< "9–15 Sep: 12 tokens"
    [[nodiscard]] QSize sizeHint() const override;

    static constexpr int DaysPerWeek = 7;

public Q_SLOTS:
    void choose(int week); ///< as the user does; choosing the chosen week again clears it

Q_SIGNALS:
    void rangeChosen(const rox::TimeRange &range); ///< open: none

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Places;
    [[nodiscard]] Places places() const;
    [[nodiscard]] int weekAt(const QPoint &point) const;
    [[nodiscard]] int nearestWeek(int x) const;
    [[nodiscard]] bool isChosen(int week) const
    {
        return week >= m_weeks.first && week <= m_weeks.second && m_weeks.first >= 0;
    }
    void chooseWeeks(int from, int to); ///< in either order; -1: none
    void move(int week, bool extends);
    void paintRange(QPainter &painter, const Places &places) const;
    void paintTitle(QPainter &painter, const Places &places) const;
    void paintBars(QPainter &painter, const Places &places) const;
    void paintAxis(QPainter &painter, const Places &places) const;
    void paintAxisLabel(QPainter &painter, const Places &places, int week, const QString &text,
                        int *taken) const;

    Counts m_counts{};
    UtcMs m_now = NoTime;
    quint32 m_soon = 0;
    int m_soonDays = 14;
    QStringList m_roles;
    std::pair<int, int> m_weeks{-1, -1};
    int m_anchor = -1; ///< where the choice of several weeks began
    int m_cursor = -1; ///< and where it ends
    int m_hovered = -1;
    bool m_isDragged = false;
    bool m_clearsOnRelease = false; ///< the press was on the week that was chosen already
};

/// Makes each bar a child for screen readers. Called by the first strip.
void installExpiryStripAccess();

} // namespace rox
