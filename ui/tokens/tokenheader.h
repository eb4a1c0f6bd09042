// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHeaderView>

namespace rox {

/// The header of the list: quiet labels, the sorted one darker with a chevron. Reached by Tab; left
/// and right walk, Space sorts.
class TokenHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TokenHeader(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(int section);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void walk(int step);
    int m_walked = 0; ///< logical section that the keyboard is at
};

} // namespace rox
