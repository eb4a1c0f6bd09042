// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace rox {

/// One choice of several, as joined segments; more than one line if `columns` says so. For keyboard
/// and screen readers they are radio buttons: Tab goes to the chosen one, arrow keys to the others.
class SegmentedBar : public QWidget
{
    Q_OBJECT

public:
    class Segment;

    explicit SegmentedBar(QWidget *parent = nullptr);

    /// Appends a segment with the accessible name `text` and the object name `name` + "Button".
    int addSegment(QLatin1String name, const QString &text, const QString &symbol = {});
    /// In secondary after the text. Where there is no room for all, no symbol is shown, then no
    /// count.
    void setCount(int segment, const QString &count);
    void setColumns(int columns);         ///< 0: all in one line
    void setSymbolsVisible(bool visible); ///< narrow windows drop the icons
    void setSegmentEnabled(int segment, bool enabled);

    [[nodiscard]] int current() const;
    void setCurrent(int segment); ///< silent
    [[nodiscard]] QToolButton *button(int segment) const;

Q_SIGNALS:
    void chosen(int segment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void placeTabStop();
    void placeContents();
    void placeWithoutSymbols(const QList<Segment *> &segments, int spare);
    QButtonGroup *m_group;
    int m_columns = 0;
    bool m_silent = false;
    bool m_pressedAgain = false; ///< a press on the segment that was chosen already
};

} // namespace rox
