// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/knowntokens.h"
#include "tests/models/randomtokens.h"

#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// A list and a fact about a token: the one that was asked for or proven later overrides the other.
class TestKnownTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revokedTokenStaysWhenTheListHasItNoMore();
    void rememberedTokensAreBehindTheList();
    void missingTokenMayStillBeRevoked();
    void listOfTheHistoryIsReplacedByTheFirstRead();
    void noTableWithoutAList();
    void factOverridesAnEarlierList_data();
    void factOverridesAnEarlierList();
    void laterListReplacesFacts();
    void orderIgnoresTheClock();
    void olderListIsRefused();
    void madeTokenCanBeRevoked();
    void listOverridesTheMadeToken();
    void madeTokenMissingFromALaterListIsGone();
    void unlistedIdsHaveFacts();
    void listAndFactHaveTheirSignals();
    void factsShareTheColumnsOfTheList();

private:
    static Token named(const QString &name) { return {name, name, {u"Analyst"_s}, 1, 2, false}; }
    static QStringList live(const KnownTokens &known);
    static QStringList all(const KnownTokens &known);
};

QStringList TestKnownTokens::live(const KnownTokens &known)
{
    QStringList ids;
    for (TokenTable::Row row = 0; row < known.table()->size(); ++row) {
        if (!known.table()->revoked(row))
            ids.append(known.table()->token(row).id);
    }
    return ids;
}

QStringList TestKnownTokens::all(const KnownTokens &known)
{
    QStringList ids;
    for (TokenTable::Row row = 0; row < known.table()->size(); ++row)
        ids.append(known.table()->token(row).id);
    return ids;
}

void TestKnownTokens::noTableWithoutAList()
{
    KnownTokens known;
    known.addMade(named(u"new"_s), 10);
    known.addRevoked({u"old"_s}, 11);
    QVERIFY(!known.table());
    QCOMPARE(known.lastRead().id, KnownTokens::Moment(0));
    QCOMPARE(known.token(u"new"_s), named(u"new"_s));
    QVERIFY(known.isRevoked(u"old"_s));
}

void TestKnownTokens::factOverridesAnEarlierList_data()
{
    QTest::addColumn<bool>("isListBefore");
    QTest::newRow("a list is there") << true;
    QTest::newRow("the first list is on its way") << false;
}

void TestKnownTokens::factOverridesAnEarlierList()
{
    QFETCH(bool, isListBefore);
    const auto list = tableOf({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    KnownTokens known;
    if (isListBefore)
        QVERIFY(known.takeList(known.startRead(1), list, 2));
    const auto read = known.startRead(3);
    known.addRevoked({u"a"_s}, 4);
    known.addMade(named(u"new"_s), 5);
    known.addGone({u"b"_s}, 6);
    if (isListBefore)
        QCOMPARE(live(known), (QStringList{u"c"_s, u"new"_s}));
    QVERIFY(known.takeList(read, list, 7));
    QCOMPARE(live(known), (QStringList{u"c"_s, u"new"_s}));
    QCOMPARE(known.lastRead().askedAt, 3);
    QCOMPARE(known.listArrivedAt(), 7);
    QCOMPARE(known.facts().value(u"a"_s).provenAt, 4);
    QCOMPARE(known.facts().value(u"b"_s).kind, KnownTokens::Fact::Kind::Gone);
}

void TestKnownTokens::laterListReplacesFacts()
{
    const auto list = tableOf({named(u"a"_s)});
    KnownTokens known;
    known.addRevoked({u"a"_s}, 1);
    known.addMade(named(u"new"_s), 2);
    QVERIFY(known.takeList(known.startRead(3), list, 4));
    QCOMPARE(live(known), QStringList{u"a"_s});
    QVERIFY(known.facts().isEmpty());
    QVERIFY(!known.isRevoked(u"a"_s));
}

void TestKnownTokens::orderIgnoresTheClock()
{
    const auto list = tableOf({named(u"a"_s)});
    KnownTokens known;
    const auto read = known.startRead(1'000'000);
    known.addRevoked({u"a"_s}, 5); // proven afterwards
    QVERIFY(known.takeList(read, list, 6));
    QVERIFY(live(known).isEmpty());
    QVERIFY(known.takeList(known.startRead(3), list, 4)); // asked for after that
    QCOMPARE(live(known), QStringList{u"a"_s});
}

void TestKnownTokens::olderListIsRefused()
{
    KnownTokens known;
    const auto older = known.startRead(1);
    const auto newer = known.startRead(2);
    QSignalSpy listRead(&known, &KnownTokens::listRead);
    QVERIFY(known.takeList(newer, tableOf({named(u"newer"_s)}), 3));
    QVERIFY(!known.takeList(older, tableOf({named(u"older"_s)}), 4));
    QCOMPARE(all(known), QStringList{u"newer"_s});
    QCOMPARE(known.listArrivedAt(), 3);
    QCOMPARE(listRead.count(), 1);
}

void TestKnownTokens::madeTokenCanBeRevoked()
{
    KnownTokens known;
    const auto read = known.startRead(1);
    known.addMade(named(u"new"_s), 2);
    known.addRevoked({u"new"_s}, 3);
    QVERIFY(known.token(u"new"_s)->revoked);
    QCOMPARE(known.token(u"new"_s)->roles, QStringList{u"Analyst"_s});
    QVERIFY(known.takeList(read, tableOf({}), 4));
    QCOMPARE(all(known), QStringList{u"new"_s});
    QVERIFY(live(known).isEmpty());
}

/// A list that was asked for before the generate's answer, and that has the token already.
void TestKnownTokens::listOverridesTheMadeToken()
{
    KnownTokens known;
    const auto read = known.startRead(1);
    known.addMade(named(u"new"_s), 2);
    Token revoked = named(u"new"_s);
    revoked.revoked = true;
    QVERIFY(known.takeList(read, tableOf({revoked}), 3));
    QCOMPARE(all(known), QStringList{u"new"_s});
    QVERIFY(known.isRevoked(u"new"_s));
    known.addMade(named(u"new"_s), 4);
    QVERIFY(known.isRevoked(u"new"_s));
}

void TestKnownTokens::madeTokenMissingFromALaterListIsGone()
{
    KnownTokens known;
    known.addMade(named(u"new"_s), 1);
    const auto read = known.startRead(2);
    known.addRevoked({u"new"_s}, 3);
    QVERIFY(known.takeList(read, tableOf({named(u"a"_s)}), 4));
    QCOMPARE(all(known), QStringList{u"a"_s});
    QVERIFY(known.isRevoked(u"new"_s));
}

void TestKnownTokens::unlistedIdsHaveFacts()
{
    KnownTokens known;
    QVERIFY(known.takeList(known.startRead(1), tableOf({named(u"a"_s)}), 2));
    known.addRevoked({u"elsewhere"_s}, 3);
    QCOMPARE(all(known), QStringList{u"a"_s});
    QVERIFY(known.isRevoked(u"elsewhere"_s));
    QVERIFY(!known.token(u"elsewhere"_s)); // only the id is known
    QVERIFY(!known.isRevoked(u"a"_s));
    QVERIFY(!known.isRevoked(u"never heard of"_s));
}

void TestKnownTokens::listAndFactHaveTheirSignals()
{
    KnownTokens known;
    QSignalSpy listRead(&known, &KnownTokens::listRead);
    QSignalSpy factAdded(&known, &KnownTokens::factAdded);
    known.addMade(named(u"new"_s), 1);
    known.addRevoked({u"a"_s}, 1);
    known.addRevoked({}, 1);
    QCOMPARE(factAdded.count(), 2);
    QCOMPARE(listRead.count(), 0);
    const auto read = known.startRead(2);
    QVERIFY(read.id > 0 && read.id == known.now());
    QVERIFY(known.takeList(read, tableOf({}), 3));
    QCOMPARE(listRead.count(), 1);
    QCOMPARE(listRead.at(0).at(0).toULongLong(), read.id);
    QCOMPARE(factAdded.count(), 2);
}

/// A fact about a listed token changes one column. The other columns, orders and indexes are shared
/// with the list, so that 100,000 tokens take less than a frame.
void TestKnownTokens::factsShareTheColumnsOfTheList()
{
    const auto list = tableOf(RandomTokens(7).list(1000));
    KnownTokens known;
    QVERIFY(known.takeList(known.startRead(1), list, 2));
    QCOMPARE(known.table(), list);
    const auto read = known.startRead(3);
    known.addRevoked({list->token(5).id, list->token(6).id}, 4);
    known.addGone({list->token(7).id}, 5);
    known.addMade(list->token(8), 6); // the list was read after Central made it
    QVERIFY(known.table()->sharesColumns(*list));
    QVERIFY(known.takeList(read, list, 7));
    QVERIFY(known.table()->sharesColumns(*list));
    QVERIFY(known.table()->revoked(5) && known.table()->revoked(6) && known.table()->revoked(7));
}

/// It is shown until the history has recorded the list, and gives it back.
void TestKnownTokens::revokedTokenStaysWhenTheListHasItNoMore()
{
    const Token a{u"a"_s, u"a"_s, {}, NoTime, NoTime, true};
    const Token b{u"b"_s, u"b"_s, {}, NoTime, NoTime, false};
    const Token c{u"c"_s, u"c"_s, {}, NoTime, NoTime, false};
    KnownTokens known;
    QVERIFY(known.takeList(known.startRead(1), tableOf({a, b, c}), 2));
    QVERIFY(known.takeList(known.startRead(3), tableOf({c}), 4));
    QCOMPARE(int(known.list()->size()), 1);
    QCOMPARE(int(known.table()->size()), 2);
    QCOMPARE(known.token(u"a"_s), a);
    QVERIFY(!known.token(u"b"_s));
    QVERIFY(known.takeList(known.startRead(5), tableOf({a, c}), 6)); // listed again
    QCOMPARE(int(known.table()->size()), 2);
}

void TestKnownTokens::rememberedTokensAreBehindTheList()
{
    const Token gone{u"gone"_s, u"n"_s, {u"Analyst"_s}, 1, 2, true};
    const Token listed{u"listed"_s, u"n"_s, {}, NoTime, NoTime, false};
    KnownTokens known;
    const auto history = std::make_shared<const TokenHistory>();
    known.setHistory(history, {gone});
    QVERIFY(!known.table()); // without a list there is no table
    QVERIFY(known.takeList(known.startRead(1), tableOf({listed}), 2));
    QCOMPARE(known.table()->token(1), gone);
    QVERIFY(known.isRevoked(gone.id));
    known.addRevoked({listed.id}, 3);
    QVERIFY(known.table()->revoked(0));
    QCOMPARE(int(known.list()->size()), 1);
    QCOMPARE(known.history(), history);
}

void TestKnownTokens::missingTokenMayStillBeRevoked()
{
    const Token missing{u"missing"_s, u"n"_s, {}, NoTime, NoTime, true};
    const Token listed{u"listed"_s, u"n"_s, {}, NoTime, NoTime, true};
    TokenHistory history;
    history.lives.insert(missing.id, {.goneBy = 5, .revokedBy = 5, .isRemembered = true});
    history.lives.insert(listed.id, {.goneBy = 5, .revokedBy = 4, .isRemembered = true});
    KnownTokens known;
    QVERIFY(known.takeList(known.startRead(1), tableOf({}), 2));
    known.setHistory(std::make_shared<const TokenHistory>(history), {missing, listed});
    QVERIFY(!known.isRevoked(missing.id));
    QVERIFY(known.isRevoked(listed.id));
}

void TestKnownTokens::listOfTheHistoryIsReplacedByTheFirstRead()
{
    const Token old{u"old"_s, u"n"_s, {}, NoTime, NoTime, false};
    const Token now{u"now"_s, u"n"_s, {}, NoTime, NoTime, false};
    KnownTokens known;
    known.startFrom(tableOf({old}), 7);
    QVERIFY(known.isListOfHistory());
    QCOMPARE(known.listArrivedAt(), 7);
    QCOMPARE(known.lastRead().id, 0U);
    QVERIFY(known.takeList(known.startRead(8), tableOf({now}), 9));
    QVERIFY(!known.isListOfHistory());
    QVERIFY(!known.token(old.id));
    known.startFrom(tableOf({old}), 10); // too late
    QVERIFY(!known.token(old.id));
}

QTEST_GUILESS_MAIN(TestKnownTokens)
#include "tst_knowntokens.moc"
