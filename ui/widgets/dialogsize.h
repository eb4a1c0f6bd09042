// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>
#include <QScrollArea>

class QDialog;

namespace rox {

/// Gives the dialog this width, or more if its content needs it, and the height that it asks for
/// then, as far as the screen has it. Call it again when the content has changed.
void fitDialog(QDialog *dialog, int width);

/// A part of a dialog that asks for the height of its content, and scrolls if it gets less: on a
/// small screen the buttons under it stay in sight. Never narrower than its content, as far as the
/// screen has it.
class FittedScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`, which has a layout.
    FittedScroll(QWidget *content, QWidget *parent);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void settleBar();
};

/// A list that asks for a height of its own, and scrolls if it gets less.
class FittedList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;
    void setWantedHeight(int wanted, int least);
    [[nodiscard]] QSize sizeHint() const override { return {320, m_wanted}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, m_least}; }

private:
    int m_wanted = 0;
    int m_least = 0;
};

} // namespace rox
