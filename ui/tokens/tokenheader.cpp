// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenheader.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/tokens/cellpainter.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QToolButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 24;
constexpr int MarkGap = 4;

} // namespace

TokenHeader::TokenHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_mark(new QToolButton(this))
{
    setObjectName(u"columns"_s);
    setAccessibleName(tr("Columns"));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(40);
    setHighlightSections(false);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    makeMark();
    connect(this, &QHeaderView::sectionClicked, this, &TokenHeader::sortRequested);
    connect(this, &QHeaderView::sectionResized, this, [this] { m_isResized |= m_isPressed; });
}

/// For the mouse: keys open the menu from the header itself.
void TokenHeader::makeMark()
{
    m_mark->setObjectName(u"columnsMark"_s);
    m_mark->setAccessibleName(tr("Choose columns"));
    m_mark->setToolTip(tr("Choose columns"));
    m_mark->setIcon(symbolIcon(u"columns"_s, TextTone::Secondary));
    m_mark->setFocusPolicy(Qt::NoFocus);
    m_mark->setCursor(Qt::ArrowCursor);
    m_mark->setAutoRaise(true);
    m_mark->setBackgroundRole(QPalette::AlternateBase);
    m_mark->setAutoFillBackground(true);
    connect(m_mark, &QToolButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_mark->mapToGlobal(QPoint(0, m_mark->height()))); });
}

void TokenHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    const QRect place(width() - MarkSize - MarkGap, (height() - MarkSize) / 2, MarkSize, MarkSize);
    m_mark->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

int TokenHeader::firstSection() const
{
    int visual = 0;
    while (visual < count() - 1 && isSectionHidden(logicalIndex(visual)))
        ++visual;
    return logicalIndex(visual);
}

QSize TokenHeader::sizeHint() const
{
    return {length(), rowHeight(QApplication::font()) + 1};
}

void TokenHeader::paintEvent(QPaintEvent *event)
{
    const StatusColors tones = statusColors(palette());
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
    const StatusColors tones = statusColors(palette());
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const bool hovered =
        rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse();
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    option.rect = QStyle::visualRect(
        layoutDirection(), rect,
        rect.adjusted(section == firstSection() ? FirstInset : CellInset, 0, -2, 0));
    if (sorted) // Qt calls an arrow that points up SortDown
        option.sortIndicator = sortIndicatorOrder() == Qt::AscendingOrder
                                   ? QStyleOptionHeader::SortDown
                                   : QStyleOptionHeader::SortUp;
    if (hovered)
        option.palette.setColor(QPalette::Active, QPalette::PlaceholderText,
                                palette().color(QPalette::Active, QPalette::Text));
    painter->setFont(QApplication::font());
    calm::headerLabel(painter, option);
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
    case Qt::Key_F10:
        if (event->modifiers() != Qt::ShiftModifier)
            break;
        Q_EMIT menuRequested(menuPoint());
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT sortRequested(m_walked);
        return;
    default:
        break;
    }
    event->ignore();
}

QPoint TokenHeader::menuPoint() const
{
    const int left = sectionViewportPosition(m_walked);
    const int start = isRightToLeft() ? left + sectionSize(m_walked) : left;
    return viewport()->mapToGlobal(QPoint(start, height()));
}

void TokenHeader::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isByKey ? menuPoint() : event->globalPos());
}

void TokenHeader::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = event->button() == Qt::LeftButton;
    m_isResized = false;
    QHeaderView::mousePressEvent(event);
}

void TokenHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_isPressed = false;
    QHeaderView::mouseReleaseEvent(event);
    if (std::exchange(m_isResized, false))
        Q_EMIT resizedByUser();
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
