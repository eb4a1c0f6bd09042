// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenpage.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/style/symbols.h"
#include "ui/tokens/expirychart.h"
#include "ui/tokens/filtermenu.h"
#include "ui/tokens/filterrow.h"
#include "ui/tokens/tokenview.h"
#include "ui/tokens/viewadvice.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/tooltips.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// The views that are buttons above the list, in the order of the buttons.
QList<const TokenViewInfo *> segmentViews()
{
    QList<const TokenViewInfo *> views;
    for (const TokenViewInfo &view : tokenViews()) {
        if (!view.advice)
            views.append(&view);
    }
    return views;
}

} // namespace

TokenPage::TokenPage(TokenListModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_views(new SegmentedBar(this))
    , m_advice(new ViewAdviceBar(this))
    , m_addFilter(new QToolButton(this))
    , m_strip(new ExpiryChart(this))
    , m_filters(new FilterRow(this))
    , m_view(new TokenView(model, this))
    , m_empty(new EmptyPage(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_views->setObjectName(u"statuses"_s);
    const auto segments = segmentViews();
    for (const TokenViewInfo *view : segments)
        m_views->addSegment(QLatin1String(view->id), view->title(), QLatin1String(view->symbol));
    showView();
    makeFilterButton();

    auto *views = new QHBoxLayout;
    views->setContentsMargins(16, 8, 16, 8);
    views->setSpacing(12);
    views->addWidget(m_views);
    views->addWidget(m_advice, 1);
    views->addStretch(0);
    views->addWidget(m_addFilter, 0, Qt::AlignTop | Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(views);
    column->addWidget(m_strip);
    column->addWidget(m_filters);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    m_strip->hide(); // until showChart(): hidden widgets are not measured
    m_empty->hide();

    connect(m_views, &SegmentedBar::chosen, this,
            [this](int segment) { Q_EMIT viewChosen(segmentViews().at(segment)->id); });
    connect(m_advice, &ViewAdviceBar::deedChosen, this,
            [this] { Q_EMIT deedChosen(viewOf(m_query).id); });
    connect(m_advice, &ViewAdviceBar::allChosen, this, [this] { Q_EMIT viewChosen(u"all"_s); });
    connect(m_strip, &ExpiryChart::rangeChosen, this, [this](const TimeRange &range) {
        TokenQuery query = m_query;
        query.expiry = range;
        Q_EMIT queryChosen(query);
    });
    connect(m_strip, &ExpiryChart::spanChosen, this, [this](ChartSpan span) {
        TokenQuery query = m_query;
        query.chartSpan = span;
        Q_EMIT queryChosen(query);
    });
    connect(m_filters, &FilterRow::chosen, this, &TokenPage::queryChosen);
    connect(m_filters, &FilterRow::focusLeft, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_empty, &EmptyPage::primaryChosen, this, &TokenPage::emptyPagePrimary);
    connect(m_empty, &EmptyPage::secondaryChosen, this, &TokenPage::emptyPageSecondary);
}

void TokenPage::makeFilterButton()
{
    m_addFilter->setObjectName(u"addFilter"_s);
    m_addFilter->setAccessibleName(tr("Filter"));
    m_addFilter->setToolTip(tr("Filter by expiry or role"));
    m_addFilter->setIcon(symbolIcon(u"filter"_s));
    m_addFilter->setFocusPolicy(Qt::TabFocus);
    // Not QToolButton::setMenu(), which runs an event loop of its own.
    connect(m_addFilter, &QToolButton::clicked, this, [this] {
        auto *menu = new QMenu(m_addFilter);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(u"filterMenu"_s);
        fillFilterMenu(menu, m_query, m_model->table()->roleNames(), m_now,
                       [this](const TokenQuery &query) { Q_EMIT queryChosen(query); });
        menu->popup(m_addFilter->mapToGlobal(QPoint(0, m_addFilter->height())));
    });
}

void TokenPage::setCounts(const TokenCounts &counts, quint32 total, UtcMs now)
{
    m_now = now;
    m_counts = counts;
    m_total = total;
    showCounts();
    showChart();
    m_filters->setQuery(m_query, m_now);
    m_view->setIdNeeded(counts.hitsIds);
    noteIdHit();
}

void TokenPage::noteIdHit()
{
    const bool isOneHit = m_counts.hitsIds && m_model->rowCount() == 1;
    const QString id = isOneHit ? m_model->idAt(0) : QString();
    if (std::exchange(m_foundId, id) != id && isOneHit)
        Q_EMIT idFound();
}

void TokenPage::showCounts()
{
    const QLocale locale;
    const auto segments = segmentViews();
    for (qsizetype segment = 0; segment < segments.size(); ++segment) {
        const TokenViewInfo &view = *segments.at(segment);
        m_views->setCount(int(segment), locale.toString(m_counts.count(view)));
        if (view.hint)
            m_views->button(int(segment))
                ->setToolTip(
                    plainToolTip(view.hint(m_counts, int(m_query.expiringWindow / DayMs))));
    }
    m_filters->setCounts(m_counts.count(viewOf(m_query)), m_total);
    m_advice->setDeedEnabled(m_counts.count(viewOf(m_query)) > 0);
    Q_EMIT countsShown(m_counts, m_total);
}

void TokenPage::showView()
{
    const TokenViewInfo &view = viewOf(m_query);
    const qsizetype segment = segmentViews().indexOf(&view);
    if (segment >= 0)
        m_views->setCurrent(int(segment));
    else
        m_advice->setAdvice(view.advice(), view.deed ? view.deed() : QString());
    m_views->setVisible(segment >= 0);
    m_advice->setVisible(segment < 0);
    Q_EMIT viewShown(view.id);
}

void TokenPage::showChart()
{
    // A range that hides all tokens can be changed where it was chosen.
    const bool isOfUse = m_total > 0 && (!m_isEmpty || !m_query.expiry.isOpen());
    const bool isShown = isOfUse && m_isChartWanted && !m_isLow && viewOf(m_query).hasChart;
    if (isShown) {
        m_strip->setCounts(m_counts.expiringByBar, m_now, m_counts.expiringSoon,
                           int(m_query.expiringWindow / DayMs), m_counts.chartSpan);
        m_strip->setRoles(m_query.roles);
        m_strip->setRange(m_query.expiry);
    }
    m_strip->setVisible(isShown);
}

void TokenPage::setQuery(const TokenQuery &query)
{
    m_query = query;
    showView();
    showCounts();
    showChart();
    m_filters->setQuery(query, m_now);
    m_view->setColumnsOf(viewOf(query));
    m_view->setSort(query.sortColumn, query.order);
    m_view->setSearch(query.text);
}

void TokenPage::setNarrow(bool narrow)
{
    m_views->setSymbolsVisible(!narrow);
}

void TokenPage::setLow(bool low)
{
    m_isLow = low;
    showChart();
}

void TokenPage::setChartWanted(bool wanted)
{
    m_isChartWanted = wanted;
    showChart();
}

QList<QAction *> TokenPage::spanActions() const
{
    return m_strip->spanActions();
}

void TokenPage::setEmptyPage(const std::optional<EmptyPageContent> &content)
{
    if (content)
        m_empty->setContent(*content);
    m_isEmpty = content.has_value();
    m_empty->setVisible(m_isEmpty);
    showChart();
    // The header stays: it says what the list would have.
    m_view->setMaximumHeight(content ? m_view->horizontalHeader()->sizeHint().height()
                                     : QWIDGETSIZE_MAX);
}

void TokenPage::addFiltersOfRow(QMenu *menu, int row, const QPoint &point)
{
    const QModelIndex index = m_model->index(row, 0);
    const QString role = m_view->indexAt(point).row() == row ? m_view->roleAt(point) : QString();
    const QStringList roles = index.data(TokenListModel::RolesRole).toStringList();
    addFiltersOfToken(menu, m_query, role.isEmpty() ? roles : QStringList{role},
                      index.data(TokenListModel::ExpiresRole).toLongLong(), m_now,
                      [this](const TokenQuery &query) { Q_EMIT queryChosen(query); });
}

} // namespace rox
