// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/derivedrows.h"
#include "models/tokens/tokenselection.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double FrameMs = 16;

/// Of each hundred tokens, one is new since changes were marked as seen. Every role is known.
TokenKnowledge knowledgeOf(const TokenTable &table)
{
    TokenHistory history;
    history.seenUntil = Now;
    history.lives.reserve(table.size());
    for (TokenTable::Row row = 0; row < table.size(); ++row)
        history.lives[table.token(row).id].firstList = row % 100 == 0 ? 1 : 0;
    QList<RoleGrant> grants;
    const QStringList roles = table.roleNames();
    for (const QString &role : roles)
        grants.append({role, {}, {{u"Image"_s, Access::Read}, {role, Access::ReadWrite}}});
    return {.roles = KnownRoles(grants),
            .history = std::make_shared<const TokenHistory>(std::move(history))};
}

} // namespace

void benchDeriving(const QByteArray &reply)
{
    const TokenTablePtr table = tableOf(reply);
    table->prepare();
    TokenKnowledge known = knowledgeOf(*table);
    const QString rows = rowsText(table->size());
    const double each = medianMs(5, [&] {
        int changed = 0;
        for (TokenTable::Row row = 0; row < table->size(); ++row)
            changed += known.changeOf(*table, row, Now).kind != TokenChange::Kind::None ? 1 : 0;
        keep(changed);
    });
    const double once = medianMs(11, [&] { keep(derive(*table, known, Now)); });
    print({u"changes and privileges of %1, 1 % changed"_s.arg(rows),
           once,
           each,
           u"changes alone, row by row"_s,
           {}});
    const double without = medianMs(11, [&] { keep(select(*table, {}, Now, known)); });
    known.derived.rows = derive(*table, known, Now);
    const double with = medianMs(11, [&] { keep(select(*table, {}, Now, known)); });
    print({u"select from %1 that has them"_s.arg(rows),
           with,
           without,
           u"select that finds them first"_s,
           {Bar::Of::Ours, table->size() > 100'000 ? 10 * FrameMs : FrameMs}});
}

} // namespace rox::bench
