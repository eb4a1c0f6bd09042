// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenheader.h"

#include "ui/style/symbols.h"
#include "ui/style/tones.h"
#include "ui/style/type.h"
#include "ui/tokens/columnwidths.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int ArrowSize = 12;
constexpr int ArrowGap = 5;
} // namespace

TokenHeader::TokenHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(u"columns"_s);
    setAccessibleName(tr("Columns"));
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(40);
    setHighlightSections(false);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    connect(this, &QHeaderView::sectionClicked, this, &TokenHeader::sortRequested);
}

QSize TokenHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), rowHeight(QApplication::font()) + 1};
}

void TokenHeader::paintEvent(QPaintEvent *event)
{
    const Tones tones = tonesOf(palette());
    QPainter painter(viewport());
    const int bottom = viewport()->height() - 1;
    painter.fillRect(viewport()->rect(),
                     palette().color(QPalette::Active, QPalette::AlternateBase));
    painter.fillRect(0, 0, viewport()->width(), 1, tones.panelLine);
    painter.fillRect(0, bottom, viewport()->width(), 1, tones.panelLine);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int section = 0; section < count(); ++section) {
        const QRect rect(sectionViewportPosition(section), 1, sectionSize(section), bottom - 1);
        if (!isSectionHidden(section) && rect.intersects(event->rect()))
            paintSection(&painter, rect, section);
    }
}

void TokenHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tones tones = tonesOf(palette());
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const bool hovered =
        rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse();
    const QColor color =
        sorted || hovered ? palette().color(QPalette::Active, QPalette::Text) : tones.secondary;
    const QFont font = typeface(QApplication::font(), TextSize::Secondary, true);
    const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    QRect text = rect.adjusted(section == 0 ? FirstInset : CellInset, 0, -2, 0);
    const int width =
        std::min(textWidth(font, title), text.width() - (sorted ? ArrowGap + ArrowSize : 0));
    text.setWidth(width);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(QStyle::visualRect(layoutDirection(), rect, text),
                      static_cast<int>(QStyle::visualAlignment(layoutDirection(),
                                                               Qt::AlignLeft | Qt::AlignVCenter)),
                      QFontMetrics(font).elidedText(title, Qt::ElideRight, width));
    if (sorted) {
        const QRect arrow(text.right() + 1 + ArrowGap, rect.center().y() - ArrowSize / 2 + 1,
                          ArrowSize, ArrowSize);
        paintSymbol(painter, sortIndicatorOrder() == Qt::AscendingOrder ? u"up"_s : u"down"_s,
                    color, QStyle::visualRect(layoutDirection(), rect, arrow));
    }
    if (hasFocus() && section == m_walked) {
        painter->setPen(QPen(tones.focusRing, 2));
        painter->drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void TokenHeader::walk(int step)
{
    int visual = visualIndex(m_walked);
    do
        visual += step;
    while (visual >= 0 && visual < count() && isSectionHidden(logicalIndex(visual)));
    if (visual >= 0 && visual < count())
        m_walked = logicalIndex(visual);
    viewport()->update();
}

void TokenHeader::keyPressEvent(QKeyEvent *event)
{
    const bool rightToLeft = isRightToLeft();
    switch (event->key()) {
    case Qt::Key_Left:
        walk(rightToLeft ? 1 : -1);
        return;
    case Qt::Key_Right:
        walk(rightToLeft ? -1 : 1);
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT sortRequested(m_walked);
        return;
    default:
        event->ignore();
    }
}

void TokenHeader::focusInEvent(QFocusEvent *event)
{
    m_walked = std::max(0, sortIndicatorSection());
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void TokenHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

} // namespace rox
