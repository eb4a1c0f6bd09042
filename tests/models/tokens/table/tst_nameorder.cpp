// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <random>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

std::vector<quint32> orderOf(const std::vector<std::string> &names)
{
    return orderedByName(quint32(names.size()),
                         [&](quint32 at) { return std::string_view(names[at]); });
}

} // namespace

class TestNameOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersInTheCLocale();
    void numbersInNamesAreOrderedByValue();
    void namesThatCollateAlikeAreOrderedByBytes();
    void twoThreadsGiveTheSameOrder();
    void noNamesHaveNoOrder();
};

void TestNameOrder::numbersInTheCLocale()
{
    QCOMPARE(QLocale().language(), QLocale::C); // the test runs with LC_ALL=C
    QVERIFY(nameCollator().compare(u"ci-2"_s, u"ci-10"_s) < 0);
    QCOMPARE(orderOf({"ci-10", "ci-2", "ci-1"}), (std::vector<quint32>{2, 1, 0}));
}

void TestNameOrder::numbersInNamesAreOrderedByValue()
{
    const std::vector<std::string> sorted{"",     "10",     "Äpfel", "apple", "Banana", "cafe",
                                          "café", "cherry", "ci-9",  "ci-10", "zebra",  "日本"};
    std::vector<std::string> names = sorted;
    std::reverse(names.begin(), names.end());
    std::vector<std::string> found;
    for (const quint32 at : orderOf(names))
        found.push_back(names[at]);
    QCOMPARE(found, sorted);
}

void TestNameOrder::namesThatCollateAlikeAreOrderedByBytes()
{
    // A collation ignores control characters; the bytes decide, and for equal bytes the number.
    QCOMPARE(orderOf({"a\x02", "a\x01", "a", "a"}), (std::vector<quint32>{2, 3, 1, 0}));
}

void TestNameOrder::twoThreadsGiveTheSameOrder()
{
    std::mt19937 random(7);
    std::vector<std::string> names;
    names.reserve(25'000);
    for (int at = 0; at < 25'000; ++at)
        names.push_back("ci-" + std::to_string(random() % 5'000));
    const auto order = orderOf(names);
    QCOMPARE(order.size(), names.size());
    const auto number = [&](quint32 at) { return std::stoi(names[at].substr(3)); };
    for (std::size_t at = 1; at < order.size(); ++at) {
        const auto before = std::pair(number(order[at - 1]), order[at - 1]);
        QVERIFY(before < std::pair(number(order[at]), order[at]));
    }
}

void TestNameOrder::noNamesHaveNoOrder()
{
    QVERIFY(orderOf({}).empty());
}

QTEST_GUILESS_MAIN(TestNameOrder)
#include "tst_nameorder.moc"
