// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QToolButton>

namespace rox {

/// A tag with a ×. A click on the ×, Del or Backspace takes it away.
class TagChip : public QToolButton
{
    Q_OBJECT

public:
    explicit TagChip(QWidget *parent);

    void setTag(const QString &tag);
    [[nodiscard]] const QString &tag() const { return m_tag; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void takenAway();

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &point) const override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    QString m_tag;
    QString m_text; ///< as shown
};

/// Of a chip, for the font of the application.
[[nodiscard]] int tagHeight();

} // namespace rox
