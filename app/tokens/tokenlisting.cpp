// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/tokenlisting.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/values/worker.h"

#include <QCoreApplication>
#include <QPointer>

#include <atomic>
#include <utility>

namespace rox {

/// One select on a worker, which ends early once `stop` is set.
struct TokenListing::Run
{
    std::atomic_bool stop = false;
};

TokenListing::TokenListing(TokenListModel *model, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_clock(clock)
    , m_table(std::make_shared<const TokenTable>())
{
    connect(model, &TokenListModel::knowledgeChanged, this, &TokenListing::select);
}

TokenListing::~TokenListing()
{
    if (m_running)
        m_running->stop = true;
}

void TokenListing::setTable(TokenTablePtr table)
{
    m_table = std::move(table);
    select();
}

void TokenListing::setQuery(TokenQuery query)
{
    query.expiringWindow = m_query.expiringWindow;
    query.chartSpan = m_query.chartSpan;
    if (m_query == query)
        return;
    m_query = std::move(query);
    select();
}

void TokenListing::setExpiringWindow(UtcMs window)
{
    if (std::exchange(m_query.expiringWindow, window) != window)
        select();
}

void TokenListing::setChartSpan(ChartSpan span)
{
    if (std::exchange(m_query.chartSpan, span) != span)
        select();
}

void TokenListing::refreshTimes()
{
    select();
}

void TokenListing::select()
{
    if (m_running)
        m_running->stop = true;
    m_running = nullptr;
    const UtcMs now = this->now();
    if (m_table->size() > LargeTable)
        selectOnWorker(now);
    else
        show(m_table, rox::select(*m_table, m_query, now, m_model->knowledge()), now);
}

void TokenListing::selectOnWorker(UtcMs now)
{
    m_running = std::make_shared<Run>();
    runOnWorker([run = m_running, table = m_table, query = m_query, now,
                 known = m_model->knowledge(), listing = QPointer(this)]() mutable {
        auto selection =
            std::make_shared<TokenSelection>(rox::select(*table, query, now, known, &run->stop));
        if (run->stop)
            return;
        runOnMainThread([=, listing = std::move(listing)] {
            if (!listing || listing->m_running != run)
                return;
            listing->m_running = nullptr;
            listing->show(table, std::move(*selection), now);
        });
    });
}

void TokenListing::show(const TokenTablePtr &table, TokenSelection selection, UtcMs now)
{
    m_shown = static_cast<const TokenCounts &>(selection);
    m_shownAt = now;
    m_model->show(table, std::move(selection), now, m_query.expiringWindow);
    Q_EMIT shownChanged();
}

} // namespace rox
