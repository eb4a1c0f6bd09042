// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenselection.h"

#include <QWidget>

#include <array>

namespace rox {

class ChartSpanButton;

/// The chart "Expiry by week" or "Expiry by month": the bars of an ExpiryGrid. Click or arrow keys
/// choose one; dragging, Shift+click or Shift+arrow keys choose several that stand together. A
/// second click or Esc clears the choice. The span is chosen by a button in the title, or in the
/// context menu.
class ExpiryChart : public QWidget
{
    Q_OBJECT

public:
    using Counts = std::array<quint32, MaxExpiryBars>;

    explicit ExpiryChart(QWidget *parent = nullptr);

    /// `soon` tokens expire within `soonDays`. The counts are those of the bars of `span`.
    void setCounts(const Counts &counts, UtcMs now, quint32 soon = 0, int soonDays = 14,
                   ChartSpan span = ChartSpan::Months6);
    void setRoles(const QStringList &roles); ///< which the tokens of the bars have
    void setRange(const TimeRange &range);   ///< silent; open: none
    [[nodiscard]] std::pair<int, int> chosenBars() const { return m_chosen; } ///< [-1, -1]: none
    [[nodiscard]] int barCount() const { return m_barCount; }

    /// Of a menu that chooses the span. The chart owns them.
    [[nodiscard]] QList<QAction *> spanActions() const;

    [[nodiscard]] QRect barRect(int bar) const;   ///< of the bar as drawn; may be flat
    [[nodiscard]] QRect slotRect(int bar) const;  ///< where a click counts
    [[nodiscard]] QString barText(int bar) const; ///< "9–15 Sep: 12 tokens"
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void choose(int bar); ///< as the user does; choosing the chosen bar again clears it

Q_SIGNALS:
    void rangeChosen(const rox::TimeRange &range); ///< open: none
    void spanChosen(rox::ChartSpan span);

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
    [[nodiscard]] int barAt(const QPoint &point) const;
    [[nodiscard]] int nearestBar(int x) const;
    [[nodiscard]] bool isChosen(int bar) const
    {
        return bar >= m_chosen.first && bar <= m_chosen.second && m_chosen.first >= 0;
    }
    [[nodiscard]] ExpiryGrid grid() const { return ExpiryGrid(m_now, m_span); }
    void chooseBars(int from, int to); ///< in either order; -1: none
    void move(int bar, bool extends);
    void takeSpan(ChartSpan span);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString legend() const;
    void placeSpanButton();
    void paintRange(QPainter &painter, const Places &places) const;
    void paintTitle(QPainter &painter, const Places &places) const;
    void paintBars(QPainter &painter, const Places &places) const;
    void paintAxis(QPainter &painter, const Places &places) const;
    void paintAxisLabel(QPainter &painter, const Places &places, int bar, const QString &text,
                        int *taken) const;

    Counts m_counts{};
    UtcMs m_now = NoTime;
    quint32 m_soon = 0;
    int m_soonDays = 14;
    QStringList m_roles;
    ChartSpan m_span = ChartSpan::Months6;
    int m_barCount = infoOf(ChartSpan::Months6).weeks;
    ChartSpanButton *m_spanButton;
    std::pair<int, int> m_chosen{-1, -1};
    int m_anchor = -1; ///< where the choice of several bars began
    int m_cursor = -1; ///< and where it ends
    int m_hovered = -1;
    bool m_isDragged = false;
    bool m_clearsOnRelease = false; ///< the press was on the bar that was chosen already
};

/// Makes each bar a child for screen readers. Called by the first strip.
void installExpiryStripAccess();

} // namespace rox
