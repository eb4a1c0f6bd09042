// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/cleanup.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;
using Reason = CleanUp::Reason;

namespace {

Token tokenOf(const QString &id, UtcMs expiresAt = RandomNow + DayMs, bool revoked = false)
{
    Token token;
    token.id = id;
    token.name = u"name of "_s + id;
    token.roles = {u"Analyst"_s};
    token.expiresAt = expiresAt;
    token.revoked = revoked;
    return token;
}

std::vector<TokenTable::Row> allRows(const TokenTable &table)
{
    std::vector<TokenTable::Row> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

} // namespace

/// Which tokens a clean-up takes.
class TestCleanUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowGoesOrStaysForOneReason();
    void rowsThatWereNotAskedAboutAreLeftOut();
    void adminsAreCountedAmongThoseThatGo();
    void randomRowsAreEachThereOnce();
    void expiredRowsAreTheEarliestFirst();
};

void TestCleanUp::everyRowGoesOrStaysForOneReason()
{
    const auto table = tableOf({tokenOf(u"a"_s), tokenOf(u"revoked"_s, RandomNow, true),
                                tokenOf(u"own"_s), tokenOf(u"open"_s), tokenOf(u"b"_s)});
    TokenKnowledge known;
    known.signedInId = u"own"_s;
    known.openRevokes = {u"open"_s, u"not in the list"_s};
    const CleanUp cleanUp = cleanUpOf(*table, allRows(*table), known);
    QCOMPARE(cleanUp.going, (std::vector<TokenTable::Row>{0, 4}));
    QCOMPARE(cleanUp.staying,
             (std::vector<CleanUp::Stay>{
                 {1, Reason::Revoked}, {2, Reason::SignedIn}, {3, Reason::UnknownOutcome}}));
    for (const Reason reason : {Reason::Revoked, Reason::SignedIn, Reason::UnknownOutcome})
        QCOMPARE(cleanUp.count(reason), 1U);
}

void TestCleanUp::rowsThatWereNotAskedAboutAreLeftOut()
{
    const auto table = tableOf({tokenOf(u"a"_s), tokenOf(u"b"_s), tokenOf(u"c"_s)});
    const TokenTable::Row asked[] = {2, 0};
    const CleanUp cleanUp = cleanUpOf(*table, asked, {});
    QCOMPARE(cleanUp.going, (std::vector<TokenTable::Row>{2, 0}));
    QVERIFY(cleanUp.staying.empty());
}

void TestCleanUp::adminsAreCountedAmongThoseThatGo()
{
    Token admin = tokenOf(u"admin"_s);
    admin.roles = {u"Admin"_s};
    Token revoked = admin;
    revoked.id = u"revoked admin"_s;
    revoked.revoked = true;
    const auto table = tableOf({admin, revoked, tokenOf(u"other"_s)});
    QCOMPARE(cleanUpOf(*table, allRows(*table), {}).admins, 1U);
}

void TestCleanUp::randomRowsAreEachThereOnce()
{
    RandomTokens random(11);
    const auto table = tableOf(random.list(2'000));
    const auto rows = allRows(*table);
    const CleanUp cleanUp = cleanUpOf(*table, rows, {});
    std::vector<TokenTable::Row> seen = cleanUp.going;
    for (const CleanUp::Stay &stay : cleanUp.staying)
        seen.push_back(stay.row);
    std::sort(seen.begin(), seen.end());
    QCOMPARE(seen, rows);
    QVERIFY(std::none_of(cleanUp.going.begin(), cleanUp.going.end(),
                         [&](TokenTable::Row row) { return table->revoked(row); }));
}

void TestCleanUp::expiredRowsAreTheEarliestFirst()
{
    const auto table =
        tableOf({tokenOf(u"live"_s), tokenOf(u"just now"_s, RandomNow),
                 tokenOf(u"long ago"_s, RandomNow - DayMs), tokenOf(u"no expiration"_s, NoTime)});
    QCOMPARE(expiredRows(*table, RandomNow), (std::vector<TokenTable::Row>{2, 1}));
}

QTEST_GUILESS_MAIN(TestCleanUp)
#include "tst_cleanup.moc"
