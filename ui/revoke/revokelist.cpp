// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokelist.h"

#include "ui/revoke/revokedelegate.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/calmstyle.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using Layout = RevokeRows::Layout;

namespace {

constexpr int ShownTokens = 6;
constexpr int ShownLines = 11;
constexpr int MaxHeight = 400;
constexpr int MinHeight = 104;
constexpr int SpinMs = 80;

} // namespace

RevokeList::RevokeList(RevokeRows *rows, const Clock *clock, QWidget *parent)
    : FittedList(parent)
    , m_rows(rows)
    , m_delegate(new RevokeDelegate(clock, this))
{
    setObjectName(u"tokensToRevoke"_s);
    setAccessibleName(tr("Tokens to revoke"));
    setModel(rows);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(verticalScrollBar());
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setContextMenuPolicy(Qt::CustomContextMenu);
    auto *copy = new QAction(revoketext::copyDetails(), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(copy);
    m_spin.setInterval(SpinMs);
    connect(&m_spin, &QTimer::timeout, this, [this] {
        m_degrees = (m_degrees + 30) % 360;
        m_delegate->setSpin(m_degrees);
        viewport()->update();
    });
    connect(copy, &QAction::triggered, this, [this] { copyDetails(currentIndex()); });
    connect(m_delegate, &RevokeDelegate::detailsRequested, this, &RevokeList::copyDetails);
    connect(m_delegate, &RevokeDelegate::toggleRequested, this, &RevokeList::toggle);
    connect(this, &QWidget::customContextMenuRequested, this, &RevokeList::showMenu);
}

void RevokeList::setLayoutOfRows(Layout layout)
{
    m_layout = layout;
    m_delegate->setLayoutOfRows(layout);
    m_rows->setLayout(layout);
    // Uniform heights make 100,000 rows fast; heads of groups have other heights.
    const bool hasHeads = layout == Layout::Result || isHead(m_rows->index(0));
    setUniformItemSizes(!hasHeads);
    scrollToTop();
}

void RevokeList::setSpinning(bool spinning)
{
    if (spinning && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_spin.start();
    else
        m_spin.stop();
}

void RevokeList::fitRows(int least)
{
    const int shown = m_layout == Layout::Question ? ShownTokens : ShownLines;
    const int count = std::min(std::max(m_rows->rowCount(), least), shown);
    int height = 0;
    for (int row = 0; row < count; ++row)
        height += row < m_rows->rowCount() ? sizeHintForIndex(m_rows->index(row)).height()
                                           : m_delegate->lineHeight(font());
    setWantedHeight(std::clamp(height, 1, MaxHeight), MinHeight);
    if (m_layout == Layout::Result) // groups open
        setMaximumHeight(QWIDGETSIZE_MAX);
}

bool RevokeList::isHead(const QModelIndex &index) const
{
    return index.isValid() && m_rows->sourceRow(index.row()) < 0;
}

void RevokeList::keyPressEvent(QKeyEvent *event)
{
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                         || event->key() == Qt::Key_Space;
    if (presses && isHead(currentIndex()))
        toggle(currentIndex());
    else
        FittedList::keyPressEvent(event);
}

void RevokeList::toggle(const QModelIndex &index)
{
    if (!isHead(index))
        return;
    const int row = index.row();
    m_rows->toggle(row);
    if (row < m_rows->rowCount())
        setCurrentIndex(m_rows->index(row));
}

void RevokeList::copyDetails(const QModelIndex &index)
{
    const QString details = index.data(RevokeListModel::DetailsRole).toString();
    if (details.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(details);
    m_delegate->setCopied(index);
    update(index);
}

void RevokeList::showMenu(const QPoint &at)
{
    const QPersistentModelIndex index = indexAt(at);
    if (index.data(RevokeListModel::DetailsRole).toString().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(revoketext::copyDetails(), this, [this, index] { copyDetails(index); });
    menu->popup(viewport()->mapToGlobal(at));
}

} // namespace rox
