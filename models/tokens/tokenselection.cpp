// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenselection.h"

#include "models/tokens/derivedrows.h"
#include "models/tokens/notedrows.h"
#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/searchfold.h"
#include "models/tokens/tokensearch.h"
#include "models/tokens/tokentext.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace rox {

namespace {

using Row = TokenTable::Row;
using Flags = std::vector<quint8>; // 0 or 1, by row or by role set

bool isSet(const std::atomic_bool *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
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

/// Where a word was found in a row; the values of Flags.
enum Found : quint8 { Nowhere = 0, Somewhere = 1, InIdAlone = 2, AtIdBegin = 4 };

/// What a hit means at this place of a row's entry, which is its first place there.
quint8 meaningOf(std::string_view entry, std::size_t hit, const SearchWord &word)
{
    if (!word.ranksIds)
        return Somewhere;
    const std::size_t idBegin = entry.find('\0') + 1;
    const bool isInName = hit < idBegin;
    const std::string_view id = entry.substr(idBegin);
    if (word.isIdOnly && isInName && id.find(word.text) == std::string_view::npos)
        return Nowhere;
    quint8 found = Somewhere;
    if (!isInName || word.isIdOnly)
        found |= InIdAlone;
    if (id.starts_with(word.text))
        found |= AtIdBegin;
    return found;
}

/// Calls onHit(number, entry, place) for each entry in which the word occurs: one sweep over the
/// whole text, which is far faster than a search in each entry. A hit that crosses into the next
/// entry does not count.
template <class OnHit>
void sweep(std::string_view arena, std::span<const quint64> offsets, const std::string &word,
           const std::atomic_bool *stop, OnHit &&onHit)
{
    constexpr std::size_t Block = 16'384; // entries between two checks of `stop`
    const std::size_t count = offsets.size() - 1;
    for (std::size_t first = 0; first < count && !isSet(stop); first += Block) {
        const std::size_t last = std::min(first + Block, count);
        std::size_t at = first;
        while (at < last) {
            const char *from = arena.data() + offsets[at];
            const auto size = offsets[last] - offsets[at];
            const void *hit = ::memmem(from, size, word.data(), word.size());
            if (!hit)
                break;
            const auto position = quint64(static_cast<const char *>(hit) - arena.data());
            at = entryAt(offsets, at, position);
            if (position + word.size() <= offsets[at + 1])
                onHit(at, entry(arena, offsets, at), position - offsets[at]);
            ++at;
        }
    }
}

/// Clears the flag of each row in which the word does not occur: in text, roles, note or tags. Adds
/// to `found` where it occurs in the others.
void keepRowsWith(const TokenTable &table, const NotedRows &noted, const SearchWord &word,
                  Flags &fits, Flags &found, const std::atomic_bool *stop)
{
    const Flags inNotes = noted.rowsWith(word);
    if (word.isTagOnly) {
        for (std::size_t row = 0; row < fits.size(); ++row)
            fits[row] &= inNotes.empty() ? 0 : inNotes[row];
        return;
    }
    Flags hitSets(table.roleSetCount());
    if (!word.isIdOnly)
        sweep(table.roleSearchArena(), table.roleSearchOffsets(), word.text, stop,
              [&](std::size_t set, std::string_view, std::size_t) { hitSets[set] = 1; });
    const auto sets = table.roleSets();
    const auto arena = table.searchArena();
    const auto offsets = table.searchOffsets();
    const auto keep = [&](std::size_t row, quint8 hit) {
        const quint8 elsewhere = hitSets[sets[row]] | (inNotes.empty() ? 0 : inNotes[row]);
        fits[row] &= quint8(hit | elsewhere) != Nowhere ? 1 : 0;
        found[row] |= elsewhere ? quint8(hit & ~InIdAlone) : hit;
    };

    const auto left = std::size_t(std::count(fits.begin(), fits.end(), 1));
    if (left < fits.size() / 16) {
        for (std::size_t row = 0; row < fits.size(); ++row) {
            if (!fits[row])
                continue;
            const std::string_view text = entry(arena, offsets, row);
            const void *hit =
                ::memmem(text.data(), text.size(), word.text.data(), word.text.size());
            const auto place = std::size_t(static_cast<const char *>(hit) - text.data());
            keep(row, hit ? meaningOf(text, place, word) : quint8(Nowhere));
        }
        return;
    }
    Flags hits(fits.size());
    sweep(arena, offsets, word.text, stop,
          [&](std::size_t row, std::string_view text, std::size_t place) {
              hits[row] = meaningOf(text, place, word);
          });
    for (std::size_t row = 0; row < fits.size(); ++row)
        keep(row, hits[row]);
}

/// Clears the flag of each row of which it is not known that this word's user made it.
void keepRowsMadeBy(const TokenTable &table, const SearchWord &word, const TokenKnowledge &known,
                    Flags &fits)
{
    Flags made(fits.size());
    if (known.history) {
        const QString wanted = QString::fromStdString(word.text);
        QHash<QString, bool> isWanted; // by user: many tokens have the same one
        QStringList ids;
        const auto &lives = known.history->lives;
        for (auto life = lives.cbegin(); life != lives.cend(); ++life) {
            if (!life->creator.isKnown())
                continue;
            auto found = isWanted.constFind(life->creator.userId);
            if (found == isWanted.cend())
                found =
                    isWanted.insert(life->creator.userId,
                                    searchTextOf(TokenText::creator(&*life)).contains(wanted)
                                        || foldedForSearch(life->creator.userId).contains(wanted));
            if (*found)
                ids.append(life.key());
        }
        for (const Row row : table.find(ids))
            made[row] = 1;
    }
    for (std::size_t row = 0; row < fits.size(); ++row)
        fits[row] &= made[row];
}

/// Clears the flag of each row that lacks one of the roles.
void keepRowsWithRoles(const TokenTable &table, const QStringList &roles, Flags &fits)
{
    if (roles.isEmpty())
        return;
    Flags fitSets(table.roleSetCount());
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set) {
        const QStringList &has = table.rolesOf(set);
        fitSets[set] = std::all_of(roles.begin(), roles.end(),
                                   [&](const QString &role) { return has.contains(role); });
    }
    const auto sets = table.roleSets();
    for (std::size_t row = 0; row < fits.size(); ++row)
        fits[row] &= fitSets[sets[row]];
}

/// Calls use() with the rows that have these flags and are of the view. They are known already for
/// most views.
template <class Use>
void withRowsOf(const TokenViewInfo &view, TokenFlags flags, const TokenTable &table,
                const TokenKnowledge &known, UtcMs now, const DerivedRowsPtr &derived, Use &&use)
{
    const auto made = std::find_if(derived->ofViews.cbegin(), derived->ofViews.cend(),
                                   [&](const ViewRows &rows) { return rows.flags == view.flags; });
    if (view.flags == flags && made != derived->ofViews.cend())
        use(*made);
    else
        use(rowsOfView(flags, view.isLiveOnly, table, known, now, derived));
}

/// The rows that fit, for each view that asks for flags.
void countFlagged(const TokenTable &table, const TokenKnowledge &known, UtcMs now,
                  const Flags &fits, TokenCounts &counts)
{
    for (const TokenViewInfo &view : tokenViews()) {
        if (!view.flags)
            continue;
        quint32 count = 0;
        withRowsOf(view, view.flags, table, known, now, counts.derived, [&](const ViewRows &rows) {
            for (std::size_t row = 0; row < rows.isOf.size(); ++row)
                count += fits[row] & rows.isOf[row];
        });
        counts.countByFlags.emplace_back(view.flags, count);
    }
}

/// Counts by the bars of the chart what fits, drops what the query's range hides, and counts the
/// rest by status. Leaves the status of each row in `statuses`.
void countByTime(const TokenTable &table, const TokenQuery &query, UtcMs now, Flags &fits,
                 Flags &statuses, TokenCounts &counts)
{
    const ExpiryGrid grid(now, query.chartSpan);
    counts.chartSpan = query.chartSpan;
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    const bool hasRange = !query.expiry.isOpen();
    for (std::size_t row = 0; row < fits.size(); ++row) {
        const UtcMs expires = expiries[row];
        const TokenStatus status = statusAt(expires, revoked[row] != 0, now, query.expiringWindow);
        statuses[row] = quint8(status);
        if (!fits[row])
            continue;
        if (isLive(status)) {
            if (const int bar = grid.barOf(expires); bar >= 0)
                ++counts.expiringByBar[std::size_t(bar)];
            counts.expiringSoon += status == TokenStatus::Expiring ? 1 : 0;
        }
        if (hasRange && !query.expiry.contains(expires))
            fits[row] = 0;
        else
            ++counts.countByStatus[statuses[row]];
    }
}

/// Clears the flag of each row that is not of the query's view.
void keepRowsOfView(const TokenTable &table, const TokenQuery &query, const TokenKnowledge &known,
                    UtcMs now, const DerivedRowsPtr &derived, const Flags &statuses, Flags &fits)
{
    if (query.status) {
        const auto wanted = quint8(*query.status);
        for (std::size_t row = 0; row < fits.size(); ++row)
            fits[row] &= statuses[row] == wanted ? 1 : 0;
    }
    if (query.flags) {
        withRowsOf(viewOf(query), query.flags, table, known, now, derived,
                   [&](const ViewRows &rows) {
                       for (std::size_t row = 0; row < fits.size(); ++row)
                           fits[row] &= rows.isOf.empty() ? 0 : rows.isOf[row];
                   });
    }
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

/// Puts the rows in the order of their numbers, which are all less than FewNumbers.
constexpr quint64 FewNumbers = 256;
void orderByFewNumbers(const std::vector<quint64> &numbers, Qt::SortOrder order,
                       std::vector<Row> &rows)
{
    std::array<std::size_t, FewNumbers> places{};
    for (const quint64 number : numbers)
        ++places[number];
    std::size_t place = 0;
    for (std::size_t at = 0; at < FewNumbers; ++at) {
        const std::size_t number = order == Qt::AscendingOrder ? at : FewNumbers - 1 - at;
        place += std::exchange(places[number], place);
    }
    std::vector<Row> ordered(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
        ordered[places[numbers[at]]++] = rows[at];
    rows = std::move(ordered);
}

/// The rows are in order already; those with equal numbers stay so.
template <class NumberOf>
void orderByNumber(const TokenTable &table, const TokenKnowledge &known, NumberOf numberOf,
                   Qt::SortOrder order, std::vector<Row> &rows)
{
    std::vector<quint64> numbers;
    numbers.reserve(rows.size());
    quint64 most = 0;
    for (const Row row : rows)
        most = std::max(most, numbers.emplace_back(numberOf(table, row, known)));
    if (most < FewNumbers) {
        orderByFewNumbers(numbers, order, rows);
        return;
    }
    std::vector<std::pair<quint64, Row>> numbered;
    numbered.reserve(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
        numbered.emplace_back(numbers[at], rows[at]);
    std::stable_sort(numbered.begin(), numbered.end(),
                     [order](const auto &left, const auto &right) {
                         return order == Qt::AscendingOrder ? left.first < right.first
                                                            : left.first > right.first;
                     });
    for (std::size_t at = 0; at < rows.size(); ++at)
        rows[at] = numbered[at].second;
}

/// The same by texts, of which many rows share one. Rows without a text come last in both orders.
template <class TextOf>
void orderByText(const TokenTable &table, const TokenKnowledge &known, TextOf textOf,
                 Qt::SortOrder order, std::vector<Row> &rows)
{
    std::vector<QString> texts;
    texts.reserve(rows.size());
    QHash<QString, quint64> ranks;
    for (const Row row : rows) {
        texts.push_back(textOf(table, row, known));
        ranks.insert(texts.back(), 0);
    }
    QStringList ordered = ranks.keys();
    const QCollator collator = nameCollator();
    std::sort(ordered.begin(), ordered.end(), [&](const QString &left, const QString &right) {
        const int found = collator.compare(left, right);
        return found == 0 ? left < right : found < 0;
    });
    for (qsizetype at = 0; at < ordered.size(); ++at)
        ranks[ordered.at(at)] = quint64(at) + 1;
    if (ranks.contains(QString()))
        ranks[QString()] = order == Qt::AscendingOrder ? quint64(ordered.size()) + 1 : 0;
    std::size_t at = 0;
    orderByNumber(
        table, known, [&](auto &&...) { return ranks.value(texts[at++]); }, order, rows);
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

/// Every order is made once for each table, so that a keystroke only walks it.
void orderRows(const TokenTable &table, const TokenQuery &query, const TokenKnowledge &known,
               const Flags &fits, const Flags &statuses, std::vector<Row> &rows)
{
    const TokenColumnInfo &column = infoOf(query.sortColumn);
    const SortKey key = column.sort;
    const std::span<const Row> ordered = table.rowsBy(key);
    if (key == SortKey::Status) {
        orderByStatus(ordered, fits, statuses, query.order, rows);
        return;
    }
    std::copy_if(ordered.begin(), ordered.end(), std::back_inserter(rows),
                 [&fits](Row row) { return fits[row] != 0; });
    if (column.order)
        orderByNumber(table, known, column.order, query.order, rows);
    else if (column.orderText)
        orderByText(table, known, column.orderText, query.order, rows);
    else if (query.order == Qt::DescendingOrder)
        reverseKeys(table, key, rows);
}

/// Tokens whose id begins with a word of the search come first, whatever the list is sorted by.
void putIdHitsFirst(const Flags &found, TokenSelection &selection)
{
    quint8 any = 0;
    for (const Row row : selection.rows)
        any |= found[row];
    selection.hitsIds = (any & (InIdAlone | AtIdBegin)) != 0;
    if (any & AtIdBegin)
        std::stable_partition(selection.rows.begin(), selection.rows.end(),
                              [&found](Row row) { return (found[row] & AtIdBegin) != 0; });
}

} // namespace

quint32 TokenCounts::countAll() const
{
    return std::accumulate(countByStatus.begin(), countByStatus.end(), quint32(0));
}

quint32 TokenCounts::count(const TokenViewInfo &view) const
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
    Flags found(table.size());
    const TokenSearch search(query.text);
    if (!search.isEmpty()) {
        const NotedRows noted(table, known);
        for (const SearchWord &word : search.words()) {
            if (word.isCreatorOnly)
                keepRowsMadeBy(table, word, known, fits);
            else
                keepRowsWith(table, noted, word, fits, found, stop);
        }
    }
    if (isSet(stop))
        return {};
    keepRowsWithRoles(table, query.roles, fits);

    TokenSelection selection;
    selection.derived = derivedOf(table, known, now);
    Flags statuses(table.size());
    countByTime(table, query, now, fits, statuses, selection);
    countFlagged(table, known, now, fits, selection);
    keepRowsOfView(table, query, known, now, selection.derived, statuses, fits);
    selection.rows.reserve(std::size_t(std::count(fits.begin(), fits.end(), 1)));
    if (isSet(stop))
        return {};
    orderRows(table, query, known, fits, statuses, selection.rows);
    const bool mayHitIds = std::any_of(search.words().begin(), search.words().end(),
                                       [](const SearchWord &word) { return word.ranksIds; });
    if (mayHitIds)
        putIdHitsFirst(found, selection);
    return selection;
}

} // namespace rox
