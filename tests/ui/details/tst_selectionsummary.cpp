// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"
#include "tests/ui/windowfixture.h"
#include "ui/details/selectionsummary.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;

class TestSelectionSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarning(); }
    void sumsUp();
    void sumsUpPieces();
    void doesNotStall();
    void survivesAShrinkingList();

private:
    static void fill(TokenListModel &model, int count);
};

void TestSelectionSummary::fill(TokenListModel &model, int count)
{
    const TokenTablePtr table = testing::tableOf(testing::believableTokens(), count);
    model.show(table, testing::everything(*table), testing::Now);
}

void TestSelectionSummary::sumsUp()
{
    TokenListModel model;
    fill(model, 16);
    model.setSignedInTokenId(testing::believableTokens().at(3).id);
    SelectionSummary summary;
    const QSignalSpy finished(&summary, &SelectionSummary::finished);
    summary.start(&model, {{0, 15}});
    QCOMPARE(finished.count(), 1);
    const auto &facts = summary.facts();
    QCOMPARE(facts.count, 16);
    QCOMPARE(facts.byStatus, (std::array<int, TokenStatusCount>{9, 4, 2, 1}));
    QCOMPARE(facts.admins, 2);
    QCOMPARE(facts.firstExpiry, testing::believableTokens().at(2).expiresAt);
    QVERIFY(facts.signedIn);
    QStringList roles;
    for (const Token &token : testing::believableTokens())
        roles += token.roles;
    roles.removeDuplicates();
    roles.sort();
    QCOMPARE(facts.roles, roles);
}

void TestSelectionSummary::sumsUpPieces()
{
    TokenListModel model;
    fill(model, 16);
    SelectionSummary summary;
    summary.start(&model, {{0, 0}, {5, 5}, {8, 8}});
    const auto &facts = summary.facts();
    QCOMPARE(facts.count, 3);
    QCOMPARE(facts.byStatus, (std::array<int, TokenStatusCount>{0, 1, 1, 1}));
    QCOMPARE(facts.admins, 1);
    QVERIFY(!facts.signedIn);
    QCOMPARE(facts.firstExpiry, testing::believableTokens().at(5).expiresAt);
}

void TestSelectionSummary::doesNotStall()
{
    TokenListModel model;
    fill(model, 200'000);
    SelectionSummary summary;
    const QSignalSpy finished(&summary, &SelectionSummary::finished);
    summary.start(&model, {{0, 199'999}});
    QCOMPARE(finished.count(), 0); // returned to the event loop before the end
    QCOMPARE(summary.facts().count, 200'000);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    const auto &byStatus = summary.facts().byStatus;
    QCOMPARE(std::accumulate(byStatus.begin(), byStatus.end(), 0), 200'000);
}

void TestSelectionSummary::survivesAShrinkingList()
{
    TokenListModel model;
    fill(model, 100'000);
    SelectionSummary summary;
    const QSignalSpy finished(&summary, &SelectionSummary::finished);
    summary.start(&model, {{0, 99'999}});
    fill(model, 16);
    QTRY_COMPARE(finished.count(), 1);
    summary.start(&model, {{0, 3}});
    QCOMPARE(summary.facts().count, 4);
}

QTEST_MAIN(TestSelectionSummary)
#include "tst_selectionsummary.moc"
