// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/expiryweeks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace rox {

namespace {

QDate dateOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).date();
}

UtcMs startOf(QDate day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

} // namespace

ExpiryGrid::ExpiryGrid(UtcMs now, ChartSpan span)
{
    const ChartSpanInfo &info = infoOf(span);
    const QDate today = dateOf(now);
    const QDate month(today.year(), today.month(), 1);
    m_count = info.weeks > 0 ? info.weeks : info.months + 1;
    Q_ASSERT(m_count <= MaxExpiryBars);
    for (int bar = 0; bar <= m_count; ++bar) {
        const QDate first = info.weeks > 0 ? today.addDays(7 * bar)
                            : bar == 0     ? today
                                           : month.addMonths(bar);
        m_starts[std::size_t(bar)] = startOf(first);
    }
    m_barsPerMs = m_count / double(end() - m_starts.front());
}

TimeRange ExpiryGrid::range(int first, int last) const
{
    return {m_starts[std::size_t(first)], m_starts[std::size_t(last) + 1]};
}

int ExpiryGrid::barOf(UtcMs time) const
{
    if (time == NoTime || time < m_starts.front() || time >= end())
        return -1;
    // Bars differ in length: months, and weeks in which the clocks change.
    int bar = std::min(int(double(time - m_starts.front()) * m_barsPerMs), m_count - 1);
    while (time < m_starts[std::size_t(bar)])
        --bar;
    while (time >= m_starts[std::size_t(bar) + 1])
        ++bar;
    return bar;
}

std::pair<int, int> ExpiryGrid::barsIn(const TimeRange &range) const
{
    const bool isBefore = range.until != NoTime && range.until <= m_starts.front();
    if (range.isOpen() || isBefore || range.from >= end())
        return {-1, -1};
    const int first = range.from <= m_starts.front() ? 0 : barOf(range.from);
    const bool reachesEnd = range.until == NoTime || range.until >= end();
    return {first, reachesEnd ? m_count - 1 : barOf(range.until - 1)};
}

TimeRange weekAround(UtcMs now)
{
    const QDate today = dateOf(now);
    const int sinceFirst = (today.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7;
    const QDate first = today.addDays(-sinceFirst);
    return {startOf(first), startOf(first.addDays(7))};
}

TimeRange monthAround(UtcMs now)
{
    const QDate today = dateOf(now);
    const QDate first(today.year(), today.month(), 1);
    return {startOf(first), startOf(first.addMonths(1))};
}

TimeRange daysFrom(UtcMs now, int days)
{
    const QDate today = dateOf(now);
    return {startOf(today), startOf(today.addDays(days))};
}

} // namespace rox
