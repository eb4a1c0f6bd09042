// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/expiryweeks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace rox {

namespace {

constexpr UtcMs WeekMs = 7 * DayMs;

QDate dateOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).date();
}

UtcMs startOf(QDate day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

} // namespace

WeekGrid::WeekGrid(UtcMs now)
{
    const QDate today = dateOf(now);
    for (int week = 0; week <= ExpiryWeeks; ++week)
        m_starts[std::size_t(week)] = startOf(today.addDays(7 * week));
}

TimeRange WeekGrid::range(int first, int last) const
{
    return {m_starts[std::size_t(first)], m_starts[std::size_t(last) + 1]};
}

int WeekGrid::weekOf(UtcMs time) const
{
    if (time == NoTime || time < m_starts.front() || time >= m_starts.back())
        return -1;
    // A change of the clocks moves the start of a week by an hour.
    auto week = std::min(std::size_t((time - m_starts.front()) / WeekMs), m_starts.size() - 2);
    if (time < m_starts[week])
        --week;
    else if (time >= m_starts[week + 1])
        ++week;
    return int(week);
}

std::pair<int, int> WeekGrid::weeksIn(const TimeRange &range) const
{
    const bool isBefore = range.until != NoTime && range.until <= m_starts.front();
    if (range.isOpen() || isBefore || range.from >= m_starts.back())
        return {-1, -1};
    const int first = range.from <= m_starts.front() ? 0 : weekOf(range.from);
    const bool reachesEnd = range.until == NoTime || range.until >= m_starts.back();
    return {first, reachesEnd ? ExpiryWeeks - 1 : weekOf(range.until - 1)};
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
