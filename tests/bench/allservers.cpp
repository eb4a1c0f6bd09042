// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/mergedtable.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "models/tokens/tokenselection.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

using Row = TokenTable::Row;
constexpr TokenTable::Part Servers = 10;

TokenTablePtr rowsOf(const TokenTable &table, Row first, Row last)
{
    TokenTableBuilder builder;
    for (Row row = first; row < last; ++row)
        builder.add(table.id(row), table.nameUtf8(row), builder.roleSet(table.roles(row)),
                    table.issuedAt(row), table.expiresAt(row), table.revoked(row));
    TokenTablePtr part = builder.build();
    part->prepare();
    return part;
}

TokenKnowledge knowledge()
{
    TokenKnowledge known;
    for (int server = 0; server < Servers; ++server)
        known.parts.push_back({.server = {.key = QString::number(server),
                                          .name = u"central-%1"_s.arg(server),
                                          .place = server}});
    return known;
}

} // namespace

void benchAllServers(const TokenTablePtr &table)
{
    const QString what = u"all servers 10 x 100 k"_s;
    std::vector<MergedTable::List> lists;
    const Row share = table->size() / Servers;
    for (TokenTable::Part part = 0; part < Servers; ++part)
        lists.push_back({rowsOf(*table, part * share, (part + 1) * share), part});
    const double peer = medianMs(1, [&] { table->prepare(); });
    MergedTable merged;
    const double merging = medianMs(3, [&] {
        merged = MergedTable(lists);
        merged.table()->prepare();
    });
    print({u"%1: merge, on a worker"_s.arg(what),
           merging,
           peer,
           u"orders and index of one list of 1 M"_s,
           {Bar::Of::Ours, 2'000}});
    auto revoked = lists;
    revoked.front().table = revoked.front().table->withRevoked({u"none"_s});
    print({u"%1: merge after a revoke"_s.arg(what),
           medianMs(5, [&] { keep(MergedTable(revoked, merged)); }),
           merging,
           u"merge of all columns"_s,
           {Bar::Of::Ratio, 0.1}});
    const TokenKnowledge known = knowledge();
    for (const TokenColumnInfo &column : tokenColumns()) {
        TokenQuery query;
        query.sortColumn = column.column;
        query.order = Qt::DescendingOrder;
        const MergedTable fresh(lists);
        fresh.table()->prepare(); // as it is before it is shown
        print({u"%1: sort by %2, never sorted before"_s.arg(what, column.title()),
               medianMs(1, [&] { keep(select(*fresh.table(), query, Now, known)); }),
               peer,
               u"orders and index of one list of 1 M"_s,
               {Bar::Of::Ours, 2'000}});
    }
    benchFiltering(merged.table(), 60, what + u" keystroke"_s, known);
}

} // namespace rox::bench
