// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>
#include <QScrollArea>

class QDialog;

namespace rox {

/// Sets the size of the dialog: this width, or the minimum width of its content, and the height
/// for that width; never more than the screen. Call it again when the content has changed.
void fitDialog(QDialog *dialog, int width);

/// A scroll area whose size hint is the height of its content: on a small screen it scrolls and
/// the buttons under it stay visible. Its minimum width is that of its content, or the screen's.
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

/// A list with a size hint of its own.
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
