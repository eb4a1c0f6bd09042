// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenquery.h"
#include "models/tokens/tokenselection.h"
#include "models/values/clock.h"

#include <QObject>

#include <memory>

namespace rox {

class TokenListModel;

/// Selects the rows that are shown from a table by a query. Small tables are selected at once,
/// large ones on a worker; only the selection of the newest query is shown.
class TokenListing : public QObject
{
    Q_OBJECT

public:
    /// Selecting from a larger table may take longer than a frame.
    static constexpr TokenTable::Row LargeTable = 150'000;

    TokenListing(TokenListModel *model, const Clock *clock, QObject *parent = nullptr);
    ~TokenListing() override;

    void setTable(TokenTablePtr table);
    /// By how much Central's clock is ahead of this computer's, from the next select on.
    void setClockAhead(UtcMs ahead) { m_clockAhead = ahead; }
    /// Its expiringWindow and chartSpan are not taken: they are those of every query.
    void setQuery(TokenQuery query);
    /// How long before its end a token counts as expiring, in ms, in the lists of all servers.
    void setExpiringWindow(UtcMs window);
    /// How far ahead the chart reaches, for the lists of all servers.
    void setChartSpan(ChartSpan span);
    /// Selects again, because counts and statuses depend on the time.
    void refreshTimes();

    [[nodiscard]] const TokenTablePtr &table() const { return m_table; }
    [[nodiscard]] const TokenQuery &query() const { return m_query; }
    /// The counts beside the rows that are shown.
    [[nodiscard]] const TokenCounts &shown() const { return m_shown; }
    [[nodiscard]] UtcMs shownAt() const { return m_shownAt; } ///< by Central's clock
    [[nodiscard]] UtcMs now() const { return m_clock->now() + m_clockAhead; }
    [[nodiscard]] const Clock *clock() const { return m_clock; } ///< of this computer
    /// A select is under way on the worker.
    [[nodiscard]] bool isSelecting() const { return m_running != nullptr; }

Q_SIGNALS:
    void shownChanged();

private:
    struct Run;
    void select();
    void selectOnWorker(UtcMs now);
    void show(const TokenTablePtr &table, TokenSelection selection, UtcMs now);

    TokenListModel *m_model;
    const Clock *m_clock;
    UtcMs m_clockAhead = 0;
    TokenTablePtr m_table;
    TokenQuery m_query;
    TokenCounts m_shown;
    UtcMs m_shownAt = NoTime;
    std::shared_ptr<Run> m_running;
};

} // namespace rox
