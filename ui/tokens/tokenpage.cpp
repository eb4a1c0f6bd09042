// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenpage.h"

#include "models/tokens/tokentext.h"
#include "ui/tokens/expirychart.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/segmentedbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

int segmentOf(const TokenViewInfo &view)
{
    return int(&view - tokenViews().data());
}

} // namespace

TokenPage::TokenPage(TokenListModel *model, QWidget *parent)
    : QWidget(parent)
    , m_views(new SegmentedBar(this))
    , m_strip(new ExpiryChart(this))
    , m_view(new TokenView(model, this))
    , m_empty(new EmptyPage(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_views->setObjectName(u"statuses"_s);
    for (const TokenViewInfo &view : tokenViews())
        m_views->addSegment(QLatin1String(view.id), view.title(), QLatin1String(view.symbol));
    m_views->setCurrent(segmentOf(viewOf(m_query)));

    auto *views = new QHBoxLayout;
    views->setContentsMargins(16, 8, 16, 8);
    views->addWidget(m_views);
    views->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(views);
    column->addWidget(m_strip);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    m_empty->hide();

    connect(m_views, &SegmentedBar::chosen, this,
            [this](int segment) { Q_EMIT viewChosen(tokenViews()[std::size_t(segment)].id); });
    connect(m_strip, &ExpiryChart::weekChosen, this, &TokenPage::weekChosen);
    connect(m_empty, &EmptyPage::primaryChosen, this, &TokenPage::emptyPagePrimary);
    connect(m_empty, &EmptyPage::secondaryChosen, this, &TokenPage::emptyPageSecondary);
}

void TokenPage::setCounts(const TokenSelection &selection, UtcMs now)
{
    m_now = now;
    m_selection.countByStatus = selection.countByStatus;
    m_selection.countByFlags = selection.countByFlags;
    setCounts();
    m_strip->setCounts(selection.expiringByWeek, now);
    m_strip->setWeek(weekOf(m_query));
}

void TokenPage::setCounts()
{
    const QLocale locale;
    for (const TokenViewInfo &view : tokenViews()) {
        const quint32 count = m_selection.count(view);
        const int segment = segmentOf(view);
        m_views->setCount(segment, locale.toString(count));
        m_views->button(segment)->setVisible(view.isOfferedWhenEmpty || count > 0
                                             || segment == m_views->current());
    }
}

int TokenPage::weekOf(const TokenQuery &query) const
{
    if (query.expiresFrom == NoTime || m_now == NoTime)
        return -1;
    // The counts may be of some minutes after the choice of the week: take the nearest week.
    const UtcMs ahead = query.expiresFrom - m_now;
    const auto week = int(qRound64(double(ahead) / double(ExpiryChart::WeekMs)));
    return week >= 0 && week < ExpiryWeeks ? week : -1;
}

void TokenPage::setQuery(const TokenQuery &query)
{
    m_query = query;
    m_views->setCurrent(segmentOf(viewOf(query)));
    setCounts();
    m_strip->setWeek(weekOf(query));
    m_view->setColumnsOf(viewOf(query));
    m_view->setSort(query.sortColumn, query.order);
}

void TokenPage::setNarrow(bool narrow)
{
    m_views->setSymbolsVisible(!narrow);
}

void TokenPage::setEmptyPage(const std::optional<EmptyPageContent> &content)
{
    if (content)
        m_empty->setContent(*content);
    m_empty->setVisible(content.has_value());
    m_strip->setVisible(!content);
    // The header stays: it says what the list would have.
    m_view->setMaximumHeight(content ? m_view->horizontalHeader()->sizeHint().height()
                                     : QWIDGETSIZE_MAX);
}

} // namespace rox
