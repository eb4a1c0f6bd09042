// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/dayheadings.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/tokens/cellpainter.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace rox {

DayHeadings::DayHeadings(QTableView *view, TokenListModel *model)
    : QObject(view)
    , m_view(view)
    , m_model(model)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DayHeadings::ensure);
    const auto again = [this] {
        if (m_isShown)
            m_soon.start();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, again);
    connect(model, &QAbstractItemModel::rowsRemoved, this, again);
    connect(model, &QAbstractItemModel::layoutChanged, this, again);
    connect(model, &QAbstractItemModel::dataChanged, this, again);
}

void DayHeadings::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) != isShown)
        ensure();
}

int DayHeadings::height() const
{
    return std::max(28, QFontMetrics(typeface(QApplication::font(), TextSize::Secondary)).height()
                            + 12);
}

QHash<int, QString> DayHeadings::texts() const
{
    QHash<int, QString> texts;
    QString before;
    for (int row = 0; m_isShown && row < m_model->rowCount(); ++row) {
        const auto change =
            m_model->index(row, 0).data(TokenListModel::ChangeRole).value<TokenChange>();
        // A change that was marked as seen goes with the next select.
        if (change.latest() == NoTime)
            continue;
        const QString text = dayText(change.latest(), m_model->now());
        if (std::exchange(before, text) != text)
            texts.insert(row, text);
    }
    return texts;
}

void DayHeadings::ensure()
{
    m_soon.stop();
    const bool hadAny = !m_texts.isEmpty();
    m_texts = texts();
    if (!hadAny && m_texts.isEmpty())
        return;
    QHeaderView *rows = m_view->verticalHeader();
    const int plain = rows->defaultSectionSize();
    for (int row = 0; row < rows->count(); ++row) {
        const int wanted = plain + heightAt(row);
        if (rows->sectionSize(row) != wanted)
            rows->resizeSection(row, wanted);
    }
    m_view->viewport()->update();
}

bool DayHeadings::isAt(const QPoint &point) const
{
    const int row = m_view->rowAt(point.y());
    return row >= 0 && point.y() < m_view->rowViewportPosition(row) + heightAt(row);
}

void DayHeadings::paint() const
{
    if (m_texts.isEmpty())
        return;
    const QPalette palette = m_view->palette();
    const StatusColors tones = statusColors(palette);
    QPainter painter(m_view->viewport());
    painter.setFont(typeface(QApplication::font(), TextSize::Secondary, true));
    const int width = m_view->viewport()->width();
    const int first = std::max(0, m_view->rowAt(0));
    const int bottom = m_view->rowAt(m_view->viewport()->height() - 1);
    const int last = bottom < 0 ? m_model->rowCount() - 1 : bottom;
    for (int row = first; row <= last; ++row) {
        const QString text = textOf(row);
        if (text.isEmpty())
            continue;
        const QRect rect(0, m_view->rowViewportPosition(row), width, height());
        painter.fillRect(rect, palette.color(QPalette::Active, QPalette::AlternateBase));
        painter.fillRect(QRect(0, rect.bottom(), width, 1), tones.rowLine);
        painter.setPen(tones.secondary);
        painter.drawText(rect.adjusted(FirstInset, 0, -FirstInset, -1),
                         int(QStyle::visualAlignment(m_view->layoutDirection(),
                                                     Qt::AlignLeft | Qt::AlignVCenter))
                             | Qt::TextSingleLine,
                         text);
    }
}

} // namespace rox
