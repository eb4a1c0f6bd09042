// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/dialogsize.h"

#include "ui/style/calmstyle.h"
#include "ui/widgets/focusscroll.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace rox {

namespace {

constexpr int Decoration = 40; ///< the desktop's title bar
constexpr int MinHeight = 100;

} // namespace

void fitDialog(QDialog *dialog, int width)
{
    dialog->ensurePolished();
    // Layouts update through the event loop; the height is needed now.
    for (QWidget *part : dialog->findChildren<QWidget *>())
        part->updateGeometry();
    // Nested layouts too: a layout does not activate the ones inside of it.
    for (QLayout *inside : dialog->findChildren<QLayout *>())
        inside->invalidate();
    QLayout *layout = dialog->layout();
    layout->invalidate();
    layout->activate();
    const QSize room = dialog->screen()->availableSize() - QSize(0, Decoration);
    // A large font needs more than this width.
    const int wide = std::min(std::max(width, layout->totalMinimumSize().width()), room.width());
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(wide)
                                                   : layout->totalSizeHint().height();
    dialog->resize(wide, std::min(height, room.height()));
}

FittedScroll::FittedScroll(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    // Over the margin of the content: QScrollArea asks for the height of the content before it
    // takes the width of the bar away, so that wrapped text would be cut.
    setOverlay(verticalScrollBar());
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    keepFocusVisible(this);
}

int FittedScroll::heightForWidth(int width) const
{
    const QLayout *layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                       : layout->totalSizeHint().height();
}

void FittedScroll::settleBar()
{
    // Qt measures the content beside a visible scroll bar: without this a bar that was needed for a
    // moment would stay.
    const bool fits =
        widget()->minimumSizeHint().width() <= width() && heightForWidth(width()) <= height();
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

bool FittedScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        settleBar();
    return QScrollArea::eventFilter(watched, event);
}

void FittedScroll::resizeEvent(QResizeEvent *event)
{
    settleBar();
    QScrollArea::resizeEvent(event);
}

QSize FittedScroll::sizeHint() const
{
    const int width = widget()->layout()->totalSizeHint().width();
    return {width, heightForWidth(width)};
}

QSize FittedScroll::minimumSizeHint() const
{
    // With room for the scroll bar, so that the content keeps its width.
    const int wide = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::min(wide, screen()->availableSize().width()), MinHeight};
}

void FittedList::setWantedHeight(int wanted, int least)
{
    m_wanted = wanted;
    m_least = std::min(wanted, least);
    setMaximumHeight(std::max(1, wanted));
    updateGeometry();
}

} // namespace rox
