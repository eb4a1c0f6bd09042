// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/selectionsummary.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

using Row = TokenTable::Row;

QList<Token> oneOfEachStatus()
{
    const UtcMs issued = RandomNow - 90 * DayMs;
    return {{u"0"_s, u"a"_s, {u"Analyst"_s}, issued, RandomNow + 90 * DayMs, false},
            {u"1"_s, u"b"_s, {u"Admin"_s, u"Analyst"_s}, issued, RandomNow + 3 * DayMs, false},
            {u"2"_s, u"c"_s, {u"CI"_s}, issued, RandomNow - DayMs, false},
            {u"3"_s, u"d"_s, {u"CI"_s}, issued, RandomNow + DayMs, true}};
}

SelectionSummary summaryOfRows(const TokenTable &table, const std::vector<std::vector<Row>> &runs,
                               const TokenKnowledge &known = {})
{
    const std::vector<std::span<const Row>> spans(runs.begin(), runs.end());
    return summaryOf(table, spans, RandomNow, DefaultExpiringWindow, known);
}

} // namespace

class TestSelectionSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsStatusesRolesAndAdmins();
    void separateRunsAreAddedUp();
    void expiryOfDeadTokensDoesNotCount();
    void revokedOwnTokenDoesNotCount();
    void nothingSelectedIsEmpty();
    void millionRowsAreCounted();
};

void TestSelectionSummary::countsStatusesRolesAndAdmins()
{
    const TokenTablePtr table = tableOf(oneOfEachStatus());
    const SelectionSummary summary = summaryOfRows(*table, {{0, 1, 2, 3}});
    QCOMPARE(summary.count, 4);
    QCOMPARE(summary.byStatus, (std::array<int, TokenStatusCount>{1, 1, 1, 1}));
    QCOMPARE(summary.roles, (QStringList{u"Admin"_s, u"Analyst"_s, u"CI"_s}));
    QCOMPARE(summary.admins, 1);
    QVERIFY(!summary.hasSignedIn);
}

void TestSelectionSummary::separateRunsAreAddedUp()
{
    const TokenTablePtr table = tableOf(oneOfEachStatus());
    const SelectionSummary summary = summaryOfRows(*table, {{0}, {2, 3}});
    QCOMPARE(summary.count, 3);
    QCOMPARE(summary.byStatus, (std::array<int, TokenStatusCount>{1, 0, 1, 1}));
    QCOMPARE(summary.roles, (QStringList{u"Analyst"_s, u"CI"_s}));
    QCOMPARE(summary.admins, 0);
}

void TestSelectionSummary::expiryOfDeadTokensDoesNotCount()
{
    const TokenTablePtr table = tableOf(oneOfEachStatus());
    QCOMPARE(summaryOfRows(*table, {{0, 1, 2, 3}}).firstExpiry, RandomNow + 3 * DayMs);
    QCOMPARE(summaryOfRows(*table, {{2, 3}}).firstExpiry, NoTime);
}

void TestSelectionSummary::revokedOwnTokenDoesNotCount()
{
    const TokenTablePtr table = tableOf(oneOfEachStatus());
    QVERIFY(summaryOfRows(*table, {{0, 1}}, {.signedInId = u"1"_s}).hasSignedIn);
    QVERIFY(!summaryOfRows(*table, {{0}}, {.signedInId = u"1"_s}).hasSignedIn);
    QVERIFY(!summaryOfRows(*table, {{3}}, {.signedInId = u"3"_s}).hasSignedIn);
}

void TestSelectionSummary::nothingSelectedIsEmpty()
{
    QCOMPARE(summaryOfRows(*tableOf(oneOfEachStatus()), {}), SelectionSummary());
}

void TestSelectionSummary::millionRowsAreCounted()
{
    const QList<Token> tokens = oneOfEachStatus();
    TokenTableBuilder builder;
    for (int i = 0; i < 1'000'000; ++i)
        builder.add(tokens.at(i % 4));
    const TokenTablePtr table = builder.build();
    std::vector<Row> all(table->size());
    std::iota(all.begin(), all.end(), Row(0));
    QCOMPARE(summaryOfRows(*table, {all}).count, 1'000'000);
}

QTEST_APPLESS_MAIN(TestSelectionSummary)
#include "tst_selectionsummary.moc"
