// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHeaderView>

class QToolButton;

namespace rox {

/// The header of the list: quiet labels, the sorted one darker with a chevron. The mouse widens and
/// moves columns. Reached by Tab: Left and Right walk, Space sorts, Menu or Shift+F10 opens the
/// menu of columns.
class TokenHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TokenHeader(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// The one at the start of a row.
    [[nodiscard]] int firstSection() const;
    /// The mouse is moving a border or a column: its widths are not to be changed now.
    [[nodiscard]] bool isPressed() const { return m_isPressed; }

Q_SIGNALS:
    void sortRequested(int section);
    void menuRequested(const QPoint &globalPos);
    void resizedByUser(); ///< once, when the mouse is released

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void makeMark();
    void walk(int step);
    [[nodiscard]] QPoint menuPoint() const; ///< under the walked section
    QToolButton *m_mark;                    ///< at the end; opens the menu
    int m_walked = 0;                       ///< logical section that the keyboard is at
    bool m_isPressed = false;
    bool m_isResized = false; ///< since the mouse was pressed
};

} // namespace rox
