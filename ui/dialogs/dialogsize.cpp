// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/dialogsize.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>

namespace rox {

namespace {

constexpr int Decoration = 40; ///< the desktop's title bar

} // namespace

void fitDialog(QDialog *dialog, int width)
{
    dialog->ensurePolished();
    // Layouts pass a change on through the event loop; the height is wanted now.
    for (QWidget *part : dialog->findChildren<QWidget *>()) {
        if (part->layout() && !part->isWindow())
            part->layout()->invalidate();
        part->updateGeometry();
    }
    QLayout *layout = dialog->layout();
    layout->invalidate();
    layout->activate();
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->totalSizeHint().height();
    dialog->resize(
        QSize(width, height).boundedTo(dialog->screen()->availableSize() - QSize(0, Decoration)));
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
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

int FittedScroll::heightForWidth(int width) const
{
    const QLayout *layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                       : layout->totalSizeHint().height();
}

QSize FittedScroll::sizeHint() const
{
    const int width = widget()->layout()->totalSizeHint().width();
    return {width, heightForWidth(width)};
}

void FittedList::setWantedHeight(int wanted, int least)
{
    m_wanted = wanted;
    m_least = qMin(wanted, least);
    setMaximumHeight(qMax(1, wanted));
    updateGeometry();
}

} // namespace rox
