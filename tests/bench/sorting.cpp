// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"
#include "models/tokens/tokenselection.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <algorithm>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

void sortByQCollator(const TokenTable &table)
{
    QStringList names;
    for (TokenTable::Row row = 0; row < table.size(); ++row)
        names.append(table.name(row));
    const QCollator collator = nameCollator();
    std::sort(names.begin(), names.end(), collator);
    keep(names);
}

} // namespace

void benchSorting(const QByteArray &reply, double mostMs)
{
    const int runs = mostMs > 1'000 ? 1 : 3;
    const TokenTablePtr first = tableOf(reply);
    const double peer = medianMs(runs, [&] { sortByQCollator(*first); });
    for (const TokenColumnInfo &column : tokenColumns()) {
        TokenQuery query;
        query.sortColumn = column.column;
        query.order = Qt::DescendingOrder;
        // A new table for each run, because a table caches its orders.
        std::vector<TokenTablePtr> tables;
        tables.reserve(std::size_t(runs));
        for (int run = 0; run < runs; ++run)
            tables.push_back(tableOf(reply));
        const double cold = medianMs(runs, [&] {
            keep(select(*tables.back(), query, Now));
            if (tables.size() > 1)
                tables.pop_back();
        });
        print(
            {u"sort by %1, never sorted before, %2"_s.arg(column.title(), rowsText(first->size())),
             cold,
             peer,
             u"std::sort with QCollator, names alone"_s,
             {Bar::Of::Ours, mostMs}});
        const double warm = medianMs(5, [&] { keep(select(*tables.back(), query, Now)); });
        print({u"sort by %1 again, %2"_s.arg(column.title(), rowsText(first->size())),
               warm,
               peer,
               u"std::sort with QCollator, names alone"_s,
               {Bar::Of::Ours, mostMs / 10}});
    }
}

} // namespace rox::bench
