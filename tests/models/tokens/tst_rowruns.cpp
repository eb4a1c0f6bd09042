// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/rowruns.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace rox;

using Rows = std::vector<quint32>;
using Runs = std::vector<RowRun>;

class TestRowRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAreMinimal_data();
    void editsAreMinimal();
    void editsTurnOneListIntoTheOther();
};

void TestRowRuns::editsAreMinimal_data()
{
    QTest::addColumn<Rows>("before");
    QTest::addColumn<Rows>("after");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<Runs>("expected");
    QTest::newRow("nothing") << Rows{} << Rows{} << true << Runs{};
    QTest::newRow("same") << Rows{3, 1, 2} << Rows{3, 1, 2} << true << Runs{};
    QTest::newRow("fill") << Rows{} << Rows{1, 0} << true << Runs{{0, 0, 2}};
    QTest::newRow("clear") << Rows{1, 0} << Rows{} << true << Runs{{0, 2, 0}};
    QTest::newRow("all others") << Rows{1, 2} << Rows{3, 4, 5} << true << Runs{{0, 2, 3}};
    QTest::newRow("middle goes") << Rows{1, 2, 3, 4} << Rows{1, 4} << true << Runs{{1, 2, 0}};
    QTest::newRow("end comes") << Rows{1} << Rows{1, 4, 5} << true << Runs{{1, 0, 2}};
    QTest::newRow("two places") << Rows{1, 2, 3, 4} << Rows{0, 1, 3, 5} << true
                                << Runs{{0, 0, 1}, {2, 1, 0}, {3, 1, 1}};
    QTest::newRow("of no table") << Rows{1, 0x80000001U, 2} << Rows{1, 2} << true
                                 << Runs{{1, 1, 0}};
    QTest::newRow("swapped") << Rows{1, 2} << Rows{2, 1} << false << Runs{};
    QTest::newRow("swapped around a gap") << Rows{1, 5, 2} << Rows{2, 6, 1} << false << Runs{};
    QTest::newRow("too many") << Rows{0, 1, 2, 3, 4, 5, 6, 7, 8} << Rows{1, 3, 5, 7} << false
                              << Runs{};
}

void TestRowRuns::editsAreMinimal()
{
    QFETCH(Rows, before);
    QFETCH(Rows, after);
    QFETCH(bool, possible);
    const auto runs = runsBetween(before, after, 9, 4);
    QCOMPARE(runs.has_value(), possible);
    QTEST(runs.value_or(Runs{}), "expected");
}

void TestRowRuns::editsTurnOneListIntoTheOther()
{
    std::mt19937 random(11);
    constexpr quint32 universe = 40;
    for (int turn = 0; turn < 2'000; ++turn) {
        Rows order(universe);
        for (quint32 number = 0; number < universe; ++number)
            order[number] = number;
        std::shuffle(order.begin(), order.end(), random);
        Rows before;
        Rows after;
        for (const quint32 number : order) {
            if (random() % 4)
                before.push_back(random() % 8 ? number : number | 0x80000000U);
            if (random() % 4)
                after.push_back(number);
        }
        const auto runs = runsBetween(before, after, universe, universe);
        QVERIFY(runs.has_value());
        for (const RowRun &run : *runs) {
            const auto at = before.begin() + run.at;
            const auto to = after.begin() + run.at;
            QVERIFY(before.size() >= run.at + run.removed);
            before.insert(before.erase(at, at + run.removed), to, to + run.inserted);
        }
        QCOMPARE(before, after);
    }
}

QTEST_GUILESS_MAIN(TestRowRuns)
#include "tst_rowruns.moc"
