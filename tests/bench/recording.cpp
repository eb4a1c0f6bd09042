// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QTemporaryDir>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr TokenTable::Row Hundred = 100;
constexpr double UnchangedMs = 50;
constexpr double ChangedMs = 250;

/// 1 % are gone, 1 % are new, and 0.2 % are revoked. Another turn changes other rows.
TokenTablePtr changed(const TokenTable &table, int turn)
{
    TokenTableBuilder builder;
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        const bool isGone = row % Hundred == TokenTable::Row(turn) % Hundred;
        Token token = table.token(row);
        if (isGone)
            token.id = u"%1-%2"_s.arg(turn).arg(token.id);
        token.revoked |= row % (5 * Hundred) == TokenTable::Row(turn + 50);
        builder.add(token);
    }
    TokenTablePtr next = builder.build();
    next->prepare(); // as the decoder does
    return next;
}

} // namespace

void benchRecording(const QByteArray &reply)
{
    QTemporaryDir folder;
    CentralHistory history({.path = folder.filePath(u"file.sqlite"_s),
                            .uuid = QUuid::createUuid(),
                            .process = QUuid::createUuid()});
    (void)history.open(u"bench"_s, u"bench"_s);
    const auto record = [&](const TokenTablePtr &table) {
        keep(history.record({.table = table, .askedAt = Now, .arrivedAt = Now}));
    };
    TokenTablePtr table = tableOf(reply);
    table->prepare();
    const TokenTablePtr same = tableOf(reply);
    same->prepare();
    const QString rows = rowsText(table->size());
    const QString peerName = u"SQLite writes each row"_s;
    const double first = msOf([&] { record(table); });
    // What it costs to note in each row when its token was last listed.
    const auto peer = [&] {
        history.file().sql().run(u"UPDATE token SET first_listing = first_listing"_s);
    };
    const double every = medianMs(3, peer);
    print({u"record a first list of %1"_s.arg(rows), first, every, peerName, {}});
    int turn = 0;
    const double unchanged = medianMs(11, [&] { record(turn++ % 2 == 0 ? same : table); });
    print({u"record %1 unchanged"_s.arg(rows),
           unchanged,
           every,
           peerName,
           {Bar::Of::Ours, UnchangedMs}});
    QList<TokenTablePtr> lists;
    for (int i = 0; i < 5; ++i)
        lists.append(table = changed(*table, i));
    turn = 0;
    const double some = medianMs(5, [&] { record(lists.at(turn++)); });
    print(
        {u"record %1, 1 % changed"_s.arg(rows), some, every, peerName, {Bar::Of::Ours, ChangedMs}});
    const double opened = medianMs(3, [&] {
        keep(history.open(u"bench"_s, u"bench"_s));
        keep(history.view());
    });
    print({u"read the last list of %1"_s.arg(rows), opened, every, peerName, {}});
}

} // namespace rox::bench
