// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenselection.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace rox {

namespace {

using Row = TokenTable::Row;
using Flags = std::vector<quint8>; // 0 or 1, by row or by role set

constexpr UtcMs WeekMs = 7 * DayMs;

bool isSet(const std::atomic_bool *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
}

std::vector<std::string> wordsOf(const QString &text)
{
    std::vector<std::string> words;
    const QString folded = foldedForSearch(text).simplified();
    for (const QString &word : folded.split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

bool occursIn(std::string_view text, const std::string &word)
{
    return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

std::string_view entry(std::string_view arena, std::span<const quint64> offsets, std::size_t number)
{
    return arena.substr(offsets[number], offsets[number + 1] - offsets[number]);
}

/// The entry that holds this position. It is not before `from`, and usually near it.
std::size_t entryAt(std::span<const quint64> offsets, std::size_t from, quint64 position)
{
    std::size_t step = 1;
    std::size_t end = from + 1;
    while (end < offsets.size() && offsets[end] <= position) {
        from = end;
        end += step;
        step *= 2;
    }
    const auto last = offsets.begin() + std::ptrdiff_t(std::min(end + 1, offsets.size()));
    const auto after = std::upper_bound(offsets.begin() + std::ptrdiff_t(from), last, position);
    return std::size_t(after - offsets.begin()) - 1;
}

/// Sets the flag of each entry in which the word occurs: one sweep over the whole text, which is
/// far faster than a search in each entry. A hit that crosses into the next entry does not count.
void sweep(std::string_view arena, std::span<const quint64> offsets, const std::string &word,
           Flags &flags, const std::atomic_bool *stop)
{
    constexpr std::size_t Block = 16'384; // entries between two checks of `stop`
    for (std::size_t first = 0; first < flags.size() && !isSet(stop); first += Block) {
        const std::size_t last = std::min(first + Block, flags.size());
        std::size_t at = first;
        while (at < last) {
            const char *from = arena.data() + offsets[at];
            const auto size = offsets[last] - offsets[at];
            const void *hit = ::memmem(from, size, word.data(), word.size());
            if (!hit)
                break;
            const auto position = quint64(static_cast<const char *>(hit) - arena.data());
            at = entryAt(offsets, at, position);
            flags[at] |= quint8(position + word.size() <= offsets[at + 1]);
            ++at;
        }
    }
}

/// Clears the flag of each row in which the word does not occur, in text or roles.
void keepRowsWith(const TokenTable &table, const std::string &word, Flags &fits,
                  const std::atomic_bool *stop)
{
    Flags hitSets(table.roleSetCount());
    sweep(table.roleSearchArena(), table.roleSearchOffsets(), word, hitSets, stop);
    const auto sets = table.roleSets();
    const auto arena = table.searchArena();
    const auto offsets = table.searchOffsets();

    const auto left = std::size_t(std::count(fits.begin(), fits.end(), 1));
    if (left < fits.size() / 16) {
        for (std::size_t row = 0; row < fits.size(); ++row) {
            if (fits[row])
                fits[row] = hitSets[sets[row]] | quint8(occursIn(entry(arena, offsets, row), word));
        }
        return;
    }
    Flags hits(fits.size());
    sweep(arena, offsets, word, hits, stop);
    for (std::size_t row = 0; row < fits.size(); ++row)
        fits[row] &= hits[row] | hitSets[sets[row]];
}

bool inWindow(UtcMs expires, const TokenQuery &query)
{
    if (query.expiresFrom == NoTime && query.expiresUntil == NoTime)
        return true;
    return expires != NoTime && expires >= query.expiresFrom
           && (query.expiresUntil == NoTime || expires < query.expiresUntil);
}

/// The rows that fit, for each view that asks for flags.
void countFlagged(const TokenTable &table, const TokenKnowledge &known, const Flags &fits,
                  TokenSelection &selection)
{
    for (const TokenViewInfo &view : tokenViews()) {
        if (!view.flags)
            continue;
        const FlaggedRows flagged(table, view.flags, known);
        quint32 count = 0;
        for (Row row = 0; row < table.size() && !flagged.isEmpty(); ++row)
            count += fits[row] && flagged.contains(row) ? 1 : 0;
        selection.countByFlags.emplace_back(view.flags, count);
    }
}

/// Clears the flag of each row that has none of the query's flags.
void keepFlagged(const TokenTable &table, const TokenQuery &query, const TokenKnowledge &known,
                 Flags &fits)
{
    const FlaggedRows flagged(table, query.flags, known);
    for (Row row = 0; row < table.size(); ++row)
        fits[row] &= flagged.contains(row) ? 1 : 0;
}

/// Counts what fits, and then drops what the status and the expiry window hide. Leaves the status
/// of each row in `statuses`.
std::size_t countAndNarrow(const TokenTable &table, const TokenQuery &query, UtcMs now, Flags &fits,
                           Flags &statuses, TokenSelection &selection)
{
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    std::size_t kept = 0;
    for (std::size_t row = 0; row < fits.size(); ++row) {
        const UtcMs expires = expiries[row];
        const TokenStatus status = statusAt(expires, revoked[row] != 0, now, query.expiringWindow);
        statuses[row] = quint8(status);
        if (!fits[row])
            continue;
        ++selection.countByStatus[statuses[row]];
        if (!revoked[row] && expires > now && (expires - now) / WeekMs < ExpiryWeeks)
            ++selection.expiringByWeek[std::size_t((expires - now) / WeekMs)];
        fits[row] = (!query.status || *query.status == status) && inWindow(expires, query);
        kept += fits[row];
    }
    return kept;
}

void orderByStatus(std::span<const Row> byName, const Flags &fits, const Flags &statuses,
                   Qt::SortOrder order, std::vector<Row> &rows)
{
    std::array<std::vector<Row>, TokenStatusCount> groups;
    for (const Row row : byName) {
        if (fits[row])
            groups[statuses[row]].push_back(row);
    }
    if (order == Qt::DescendingOrder)
        std::reverse(groups.begin(), groups.end());
    for (const auto &group : groups)
        rows.insert(rows.end(), group.begin(), group.end());
}

/// Descending reverses the order of keys, but rows that sort alike stay in order.
void reverseKeys(const TokenTable &table, SortKey key, std::vector<Row> &rows)
{
    std::reverse(rows.begin(), rows.end());
    for (auto first = rows.begin(); first != rows.end();) {
        auto last = first + 1;
        while (last != rows.end() && table.sortAlike(key, *first, *last))
            ++last;
        std::reverse(first, last);
        first = last;
    }
}

} // namespace

quint32 TokenSelection::countAll() const
{
    return std::accumulate(countByStatus.begin(), countByStatus.end(), quint32(0));
}

quint32 TokenSelection::count(const TokenViewInfo &view) const
{
    if (view.status)
        return countByStatus[std::size_t(*view.status)];
    if (!view.flags)
        return countAll();
    const auto found = std::find_if(countByFlags.begin(), countByFlags.end(),
                                    [&](const auto &pair) { return pair.first == view.flags; });
    return found == countByFlags.end() ? 0 : found->second;
}

TokenSelection select(const TokenTable &table, const TokenQuery &query, UtcMs now,
                      const TokenKnowledge &known, const std::atomic_bool *stop)
{
    Flags fits(table.size(), 1);
    for (const std::string &word : wordsOf(query.text))
        keepRowsWith(table, word, fits, stop);
    if (isSet(stop))
        return {};

    TokenSelection selection;
    Flags statuses(table.size());
    countFlagged(table, known, fits, selection);
    std::size_t kept = countAndNarrow(table, query, now, fits, statuses, selection);
    if (query.flags) {
        keepFlagged(table, query, known, fits);
        kept = std::size_t(std::count(fits.begin(), fits.end(), 1));
    }
    selection.rows.reserve(kept);
    // Every order is made once for each table, so that a keystroke only walks it.
    const SortKey key = infoOf(query.sortColumn).sort;
    const std::span<const Row> ordered = table.rowsBy(key);
    if (isSet(stop))
        return {};
    if (key == SortKey::Status) {
        orderByStatus(ordered, fits, statuses, query.order, selection.rows);
        return selection;
    }
    std::copy_if(ordered.begin(), ordered.end(), std::back_inserter(selection.rows),
                 [&fits](Row row) { return fits[row] != 0; });
    if (query.order == Qt::DescendingOrder)
        reverseKeys(table, key, selection.rows);
    return selection;
}

} // namespace rox
