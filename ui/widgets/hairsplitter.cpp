// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/hairsplitter.h"

#include "ui/style/tones.h"

#include <QPainter>

namespace rox {

namespace {

class HairHandle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(contentsRect(), tonesOf(palette()).panelLine);
    }
};

} // namespace

HairSplitter::HairSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *HairSplitter::createHandle()
{
    return new HairHandle(orientation(), this);
}

} // namespace rox
