// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reviewcolumn.h"
#include "models/tokens/table/mergedtable.h"
#include "tests/models/review/reviewsamples.h"

#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

class TestReviewColumn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnOfTheListCanBeExported();
    void eachRowNamesItsServer();
    void idsAreDistinct();
    void unknownOutcomeIsItsOwnStatus();
    void fileNamesAreOfPlainCharacters();
    void previewHasTheFirstLines();
};

void TestReviewColumn::everyColumnOfTheListCanBeExported()
{
    const Review review = reviewOf(hostileTokens());
    const QList<ReviewColumn> columns = reviewColumns();
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (info.isOfServers) {
            QVERIFY(!reviewColumns({QString(info.id)}).isEmpty());
            continue;
        }
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const auto &column) { return column.is(info.column); });
        QVERIFY(found != columns.end());
        QCOMPARE(found->title(), info.title());
        QCOMPARE(found->text(review.cellAt(0)), info.text(review.cellAt(0).token));
    }
}

void TestReviewColumn::eachRowNamesItsServer()
{
    const Token one{u"a"_s, u"ci"_s, {u"Analyst"_s}};
    const Token two{u"b"_s, u"ci"_s, {u"Analyst"_s}};
    Review review = reviewOf({one, two});
    const QStringList ids{u"name"_s, u"server"_s, u"as_of"_s};
    review.columns = reviewColumns(ids);
    QCOMPARE(review.columns.size(), 3);
    QCOMPARE(review.tokenColumns().size(), 1);
    QCOMPARE(std::get<QString>(review.columns.at(1).value(review.cellAt(1))), review.source.name);

    review.table = MergedTable({{tableOf({one}), 0}, {tableOf({two}), 1}}).table();
    review.known.parts = {{.server = {.name = u"prod-eu"_s, .asOf = ReviewNow}},
                          {.server = {.name = u"lab"_s, .asOf = ReviewNow - HourMs}}};
    const QList<ReviewColumn> columns = review.tokenColumns();
    QCOMPARE(columns.size(), 3);
    const ReviewCell cell = review.cellAt(1);
    QCOMPARE(columns.at(1).text(cell), u"lab"_s);
    QCOMPARE(std::get<QString>(columns.at(1).value(cell)), u"lab"_s);
    QCOMPARE(std::get<CellTime>(columns.at(2).value(cell)).at, ReviewNow - HourMs);
}

void TestReviewColumn::idsAreDistinct()
{
    QSet<QString> ids;
    const QList<ReviewColumn> columns = reviewColumns();
    for (const ReviewColumn &column : columns)
        ids.insert(column.id());
    QCOMPARE(ids.size(), columns.size());
    QCOMPARE(reviewColumns({u"id"_s, u"name"_s, u"nothing"_s}).size(), 2);
}

void TestReviewColumn::unknownOutcomeIsItsOwnStatus()
{
    const QList<Token> tokens = hostileTokens();
    Review review = reviewOf(tokens);
    review.known.openRevokes = {tokens.first().id};
    const ReviewColumn status = reviewColumns({u"status"_s}).first();
    QCOMPARE(std::get<QString>(status.value(review.cellAt(0))), u"unknown"_s);
    QCOMPARE(std::get<QString>(status.value(review.cellAt(4))), u"revoked"_s);
}

void TestReviewColumn::fileNamesAreOfPlainCharacters()
{
    QCOMPARE(exportFileName(u"prod-eu"_s, ReviewNow, ExportFormat::Csv),
             u"api-tokens-prod-eu-2026-08-25.csv"_s);
    QCOMPARE(exportFileName(u"../Über/\nx"_s, ReviewNow, ExportFormat::Report),
             u"api-tokens-..--ber--x-2026-08-25.pdf"_s);
}

void TestReviewColumn::previewHasTheFirstLines()
{
    const QStringList lines = firstLines(reviewOf(hostileTokens()), ExportFormat::Csv, 2);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().startsWith("status,"_L1));
    QVERIFY(!lines.last().endsWith(u'\r'));
}

QTEST_GUILESS_MAIN(TestReviewColumn)
#include "tst_reviewcolumn.moc"
