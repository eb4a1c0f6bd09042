// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reviewcolumn.h"
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
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const auto &column) { return column.is(info.column); });
        QVERIFY(found != columns.end());
        QCOMPARE(found->title(), info.title());
        QCOMPARE(found->text(review.cellAt(0)), info.text(review.cellAt(0).token));
    }
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
