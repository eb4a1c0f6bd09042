// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QToolButton>

namespace rox {

/// A filter as a chip, "Role: Admin ×". A click counts on the ×, and by a key or a screen reader.
class FilterChip : public QToolButton
{
    Q_OBJECT

public:
    explicit FilterChip(QWidget *parent);

    /// `label` stands before the value, which is semibold. Without ×, a click counts anywhere.
    void setTexts(const QString &label, const QString &value, bool hasCross = true);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void takenAway(); ///< × or Del

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &point) const override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] bool takesAway(const QKeyEvent *event) const;
    [[nodiscard]] QRect crossRect() const;
    [[nodiscard]] QString shownValue() const;

    QString m_label;
    QString m_value;
    bool m_hasCross = true;
    bool m_isCrossHovered = false;
};

} // namespace rox
