// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"
#include "tests/models/tokens/table/tabletokens.h"

#include <QTest>

#include <thread>

using namespace rox;
using namespace Qt::StringLiterals;
using testing::named;
using testing::tokensOf;

namespace {

using Row = TokenTable::Row;

std::string_view searchText(const TokenTable &table, Row row)
{
    const auto offsets = table.searchOffsets();
    return table.searchArena().substr(offsets[row], offsets[row + 1] - offsets[row]);
}

} // namespace

class TestTokenTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void tokensComeBackAsTheyWereAdded();
    void builderIsEmptyAfterBuild();
    void roleSetsAreDistinct();
    void roleNamesAreThoseInUse();
    void idsAreFound();
    void firstOfTwoEqualIdsIsFound();
    void liveRowsNamed();
    void sharesName();
    void searchText_data();
    void searchText();
    void wordWithoutAccentIsFound_data();
    void wordWithoutAccentIsFound();
    void nameRanks();
    void rowsAreOrderedByEachKey_data();
    void rowsAreOrderedByEachKey();
    void withRevoked();
    void withTokenReplaces();
    void withTokenAppends();
    void withTokenKeepsDerivedRight();
    void manyThreadsSeeTheSameTable();
};

void TestTokenTable::empty()
{
    for (const TokenTablePtr &table : {std::make_shared<const TokenTable>(), tableOf({})}) {
        QVERIFY(table->isEmpty());
        QCOMPARE(table->roleSetCount(), 0U);
        QVERIFY(table->roleNames().isEmpty());
        QVERIFY(!table->find(u"x"));
        QVERIFY(!table->find(QStringView()));
        QVERIFY(table->liveRowsNamed(u"x", 0).empty());
        QVERIFY(table->searchArena().empty());
        QCOMPARE(table->searchOffsets().size(), 1U);
        QCOMPARE(table->roleSearchOffsets().size(), 1U);
        QVERIFY(table->nameRanks().empty());
        for (int key = 0; key < SortKeyCount; ++key)
            QVERIFY(table->rowsBy(SortKey(key)).empty());
        table->prepare();
        QVERIFY(table->withRevoked({u"x"_s})->isEmpty());
        QCOMPARE(table->withToken(named(u"a"_s, u"b"_s))->size(), 1U);
    }
}

void TestTokenTable::tokensComeBackAsTheyWereAdded()
{
    RandomTokens random(1);
    const QList<Token> tokens = random.list(2'000);
    const TokenTablePtr table = tableOf(tokens);
    QCOMPARE(tokensOf(*table), tokens);
    for (Row row = 0; row < table->size(); ++row) {
        const Token &token = tokens.at(qsizetype(row));
        QCOMPARE(table->name(row), token.name);
        QCOMPARE(table->roles(row), token.roles);
        QCOMPARE(table->status(row, RandomNow), statusAt(token, RandomNow));
        QCOMPARE(table->expiryTimes()[row], token.expiresAt);
        QCOMPARE(table->issueTimes()[row], token.issuedAt);
        QCOMPARE(table->revokedFlags()[row] != 0, token.revoked);
    }
}

void TestTokenTable::builderIsEmptyAfterBuild()
{
    TokenTableBuilder builder;
    builder.reserve(10, 100);
    builder.add(named(u"a"_s, u"A"_s));
    QCOMPARE(builder.build()->size(), 1U);
    QCOMPARE(builder.build()->size(), 0U);
    builder.add(named(u"b"_s, u"B"_s));
    const TokenTablePtr second = builder.build();
    QCOMPARE(second->size(), 1U);
    QCOMPARE(second->name(0), u"B"_s);
}

void TestTokenTable::roleSetsAreDistinct()
{
    TokenTableBuilder builder;
    using List = std::vector<std::string_view>;
    const auto set = [&](const List &roles) { return builder.roleSet(roles); };
    const auto admin = set({"Admin"});
    QCOMPARE(set({"Admin"}), admin);
    QCOMPARE(builder.roleSet(QStringList{u"Admin"_s}), admin);
    QVERIFY(set({}) != admin);
    QVERIFY(set({""}) != set({}));
    QVERIFY(set({"a", "b"}) != set({"b", "a"})); // in Central's order
    QVERIFY(set({"a", "a"}) != set({"a"}));      // duplicates kept
    QVERIFY(set({"ab", ""}) != set({"a", "b"}));
    builder.add("id", "name", set({"a", "a"}), 0, 0, false);
    QCOMPARE(builder.build()->roles(0), (QStringList{u"a"_s, u"a"_s}));
}

void TestTokenTable::roleNamesAreThoseInUse()
{
    Token first = named(u"1"_s, {});
    first.roles = {u"b"_s, u"a"_s, u"b"_s};
    Token second = named(u"2"_s, {});
    second.roles = {u"Z"_s};
    const TokenTablePtr table = tableOf({first, second});
    QCOMPARE(table->roleNames(), (QStringList{u"Z"_s, u"a"_s, u"b"_s}));
    second.roles = {u"a"_s};
    QCOMPARE(table->withToken(second)->roleNames(), (QStringList{u"a"_s, u"b"_s}));
}

void TestTokenTable::idsAreFound()
{
    RandomTokens random(2);
    const QList<Token> tokens = random.list(3'000);
    const TokenTablePtr table = tableOf(tokens);
    for (Row row = 0; row < table->size(); ++row)
        QCOMPARE(table->find(tokens.at(qsizetype(row)).id), std::optional<Row>(row));
    QVERIFY(!table->find(u""));
    QVERIFY(!table->find(tokens.first().id.left(10)));
    QVERIFY(!table->find(QString(tokens.first().id + u'x')));
}

void TestTokenTable::firstOfTwoEqualIdsIsFound()
{
    const TokenTablePtr table = tableOf({named({}, u"no id"_s), named(u"a"_s, u"1"_s),
                                         named(u"a"_s, u"2"_s), named(u"ä\0"_s, u"3"_s)});
    QCOMPARE(table->find(u"a"), std::optional<Row>(1));
    QCOMPARE(table->find(u""), std::optional<Row>(0));
    QCOMPARE(table->find(u"ä\0"_s), std::optional<Row>(3));
}

void TestTokenTable::liveRowsNamed()
{
    constexpr UtcMs now = 1'000'000'000;
    Token live = named(u"live"_s, u"ci"_s);
    live.expiresAt = now + 1;
    Token endless = named(u"endless"_s, u"ci"_s);
    Token expired = named(u"expired"_s, u"ci"_s);
    expired.expiresAt = now;
    Token revoked = named(u"revoked"_s, u"ci"_s);
    revoked.revoked = true;
    const TokenTablePtr table = tableOf(
        {expired, live, named(u"other"_s, u"CI"_s), revoked, named(u"space"_s, u"ci "_s), endless});
    QCOMPARE(table->liveRowsNamed(u"ci", now), (std::vector<Row>{1, 5}));
    QVERIFY(table->liveRowsNamed(u"c", now).empty());
}

void TestTokenTable::sharesName()
{
    Token revoked = named(u"r"_s, u"ci"_s);
    revoked.revoked = true;
    const TokenTablePtr table = tableOf({named(u"1"_s, u"ci"_s), named(u"2"_s, u"x"_s),
                                         named(u"3"_s, u"ci"_s), revoked, named(u"5"_s, u"CI"_s)});
    const auto shares = [](const TokenTable &of) {
        QList<bool> all;
        for (Row row = 0; row < of.size(); ++row)
            all.append(of.sharesName(row));
        return all;
    };
    QCOMPARE(shares(*table), (QList<bool>{true, false, true, true, false}));
    // Once the other one is revoked, a lone token stands alone again.
    QCOMPARE(shares(*table->withRevoked({u"1"_s})), (QList<bool>{true, false, false, true, false}));
}

void TestTokenTable::searchText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folded");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("ascii") << u"CI-Runner_7 @[`{"_s << u"ci-runner_7 @[`{"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("Turkish I") << u"İ"_s << u"i\u0307"_s;
    QTest::newRow("dotless") << u"ı"_s << u"ı"_s;
    QTest::newRow("decomposed") << u"Cafe\u0301"_s << u"café"_s;
    QTest::newRow("ligature, full width") << u"ﬁ ＡＢ"_s << u"fi ab"_s;
    QTest::newRow("final sigma") << u"ΑΣ ας"_s << u"ασ ασ"_s;
    QTest::newRow("astral") << u"\U00010400 🚀"_s << u"\U00010428 🚀"_s;
    QTest::newRow("NUL") << QString(u'A') + QChar(u'\0') << u"a\u2400"_s;
    QTest::newRow("delete") << u"A\u007f"_s << u"a\u007f"_s;
    QTest::newRow("long") << QString(10'000, u'É') << QString(10'000, u'é');
}

void TestTokenTable::searchText()
{
    QFETCH(QString, name);
    QFETCH(QString, folded);
    QCOMPARE(foldedForSearch(name), folded);
    QCOMPARE(foldedForSearch(folded), folded);
    // With neighbours, so that an offset that is off by one shows.
    const TokenTablePtr table =
        tableOf({named(u"ID-1"_s, u"Before"_s), named(u"ID-2"_s, name), named(u"ID-3"_s, u"x"_s)});
    using namespace std::string_literals;
    QCOMPARE(::searchText(*table, 0), "before\0id-1"s);
    QCOMPARE(::searchText(*table, 1), searchTextOf(name).toStdString() + "\0id-2"s);
    QCOMPARE(::searchText(*table, 2), "x\0id-3"s);
    QCOMPARE(table->searchArena().size(), table->searchOffsets().back());
}

void TestTokenTable::wordWithoutAccentIsFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("acute") << u"crédit-ci"_s << u"credit"_s << true;
    QTest::newRow("typed with the accent") << u"crédit-ci"_s << u"crédit"_s << true;
    QTest::newRow("typed decomposed") << u"crédit-ci"_s << u"cre\u0301dit"_s << true;
    QTest::newRow("the accent is exact") << u"credit-ci"_s << u"crédit"_s << false;
    QTest::newRow("another accent") << u"crèdit-ci"_s << u"crédit"_s << false;
    QTest::newRow("decomposed name") << u"cafe\u0301-scanner"_s << u"cafe-s"_s << true;
    QTest::newRow("upper case") << u"ÜBERWACHUNG"_s << u"uberwachung"_s << true;
    QTest::newRow("two marks") << u"Việt"_s << u"viet"_s << true;
    QTest::newRow("stroke") << u"Łódź-ci"_s << u"lodz"_s << true;
    QTest::newRow("o with a stroke") << u"Tromsø"_s << u"tromso"_s << true;
    QTest::newRow("ligature") << u"Æther"_s << u"aether"_s << true;
    QTest::newRow("cedilla, tilde") << u"façade-São"_s << u"facade-sao"_s << true;
    QTest::newRow("Turkish") << u"İstanbul-ışık"_s << u"istanbul-isik"_s << true;
    QTest::newRow("Greek") << u"Αθήνα"_s << u"αθηνα"_s << true;
    QTest::newRow("Korean stays whole") << u"한국"_s << u"한"_s << true;
    QTest::newRow("not over the end") << u"crédit"_s << u"créditcredit"_s << false;
    QTest::newRow("noncharacter") << u"crédit"_s << u"t\uffffc"_s << false;
}

void TestTokenTable::wordWithoutAccentIsFound()
{
    QFETCH(QString, name);
    QFETCH(QString, word);
    QFETCH(bool, isFound);
    const std::string needle = foldedForSearch(word).toStdString();
    const TokenTablePtr table = tableOf({named(u"1"_s, name)});
    const auto has = [&needle](std::string_view text) {
        return text.find(needle) != std::string_view::npos;
    };
    QCOMPARE(has(::searchText(*table, 0)), isFound);
    Token withRole = named(u"1"_s, u"x"_s);
    withRole.roles = {name};
    const TokenTablePtr roles = tableOf({withRole});
    QCOMPARE(has(roles->roleSearchArena()), isFound);
    // A token that is added later is searched in the same way.
    const TokenTablePtr later = table->withToken(named(u"2"_s, name));
    QCOMPARE(has(::searchText(*later, 1)), isFound);
}

void TestTokenTable::nameRanks()
{
    const TokenTablePtr table =
        tableOf({named(u"1"_s, u"ci-10"_s), named(u"2"_s, u"ci-2"_s), named(u"3"_s, u"ci-10"_s),
                 named(u"4"_s, u"ci-3"_s), named(u"5"_s, u"ci-11"_s)});
    const auto ranks = table->nameRanks();
    QCOMPARE(std::vector<quint32>(ranks.begin(), ranks.end()),
             (std::vector<quint32>{2, 0, 2, 1, 4}));
}

void TestTokenTable::rowsAreOrderedByEachKey_data()
{
    QTest::addColumn<SortKey>("key");
    QTest::newRow("status") << SortKey::Status;
    QTest::newRow("name") << SortKey::Name;
    QTest::newRow("roles") << SortKey::Roles;
    QTest::newRow("expires") << SortKey::Expires;
    QTest::newRow("issued") << SortKey::Issued;
    QTest::newRow("id") << SortKey::Id;
}

void TestTokenTable::rowsAreOrderedByEachKey()
{
    QFETCH(SortKey, key);
    RandomTokens random(3);
    const TokenTablePtr table = tableOf(random.list(5'000));
    const auto rows = table->rowsBy(key);
    std::vector<bool> seen(table->size());
    for (const Row row : rows)
        seen[row] = true;
    QCOMPARE(rows.size(), table->size());
    QVERIFY(std::find(seen.begin(), seen.end(), false) == seen.end());
    const auto ranks = table->nameRanks();
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const Row left = rows[at - 1];
        const Row right = rows[at];
        if (table->sortAlike(key, left, right)) {
            QVERIFY(std::pair(ranks[left], left) < std::pair(ranks[right], right));
        } else if (key == SortKey::Issued) {
            QVERIFY(table->issuedAt(left) < table->issuedAt(right)); // NoTime is oldest
        } else if (key == SortKey::Id) {
            QVERIFY(table->id(left) < table->id(right));
        } else if (key == SortKey::Expires) {
            QVERIFY(table->expiresAt(left) != NoTime); // NoTime comes last
            QVERIFY(table->expiresAt(right) == NoTime
                    || table->expiresAt(left) < table->expiresAt(right));
        }
    }
}

void TestTokenTable::withRevoked()
{
    RandomTokens random(4);
    const QList<Token> tokens = random.list(500);
    const TokenTablePtr before = tableOf(tokens);
    before->prepare();
    const TokenTablePtr after =
        before->withRevoked({tokens.at(7).id, u"unknown"_s, tokens.at(400).id});
    QCOMPARE(tokensOf(*before), tokens); // a snapshot stays what it was
    QList<Token> expected = tokens;
    expected[7].revoked = expected[400].revoked = true;
    QCOMPARE(tokensOf(*after), expected);
    QVERIFY(after->sharesColumns(*before));
    QCOMPARE(after->searchArena().data(), before->searchArena().data());
    QCOMPARE(after->nameRanks().data(), before->nameRanks().data());
}

void TestTokenTable::withTokenReplaces()
{
    RandomTokens random(5);
    QList<Token> tokens = random.list(500);
    const TokenTablePtr before = tableOf(tokens);
    Token token = random.next();
    token.id = tokens.at(123).id;
    const TokenTablePtr after = before->withToken(token);
    QCOMPARE(tokensOf(*before), tokens);
    tokens[123] = token;
    QCOMPARE(tokensOf(*after), tokens);
}

void TestTokenTable::withTokenAppends()
{
    RandomTokens random(6);
    QList<Token> tokens = random.list(500);
    const TokenTablePtr before = tableOf(tokens);
    const Token token = random.next();
    const TokenTablePtr after = before->withToken(token);
    QCOMPARE(before->size(), 500U);
    tokens.append(token);
    QCOMPARE(tokensOf(*after), tokens);
    QCOMPARE(after->find(token.id), std::optional<Row>(500));
}

/// Whatever is carried over to the new table must be what a fresh table would make.
void TestTokenTable::withTokenKeepsDerivedRight()
{
    RandomTokens random(7);
    QList<Token> tokens = random.list(300);
    TokenTablePtr table = tableOf(tokens);
    for (int turn = 0; turn < 60; ++turn) {
        if (random.below(2))
            table->prepare();
        Token token = random.next();
        if (random.below(3) == 0)
            token.id = random.oneOf(tokens).id;
        const auto known = std::find_if(tokens.begin(), tokens.end(),
                                        [&](const Token &each) { return each.id == token.id; });
        if (known == tokens.end())
            tokens.append(token);
        else
            *known = token;
        table = table->withToken(token);
        const TokenTablePtr fresh = tableOf(tokens);
        QCOMPARE(tokensOf(*table), tokens);
        QCOMPARE(table->searchArena(), fresh->searchArena());
        for (int key = 0; key < SortKeyCount; ++key) {
            const auto rows = table->rowsBy(SortKey(key));
            const auto expected = fresh->rowsBy(SortKey(key));
            QVERIFY(std::equal(rows.begin(), rows.end(), expected.begin(), expected.end()));
        }
        const auto ranks = table->nameRanks();
        const auto expected = fresh->nameRanks();
        QVERIFY(std::equal(ranks.begin(), ranks.end(), expected.begin(), expected.end()));
        for (Row row = 0; row < table->size(); ++row) {
            QCOMPARE(table->sharesName(row), fresh->sharesName(row));
            QCOMPARE(table->find(tokens.at(qsizetype(row)).id), std::optional<Row>(row));
        }
    }
}

void TestTokenTable::manyThreadsSeeTheSameTable()
{
    RandomTokens random(8);
    const QList<Token> tokens = random.list(1'500);
    for (int turn = 0; turn < 5; ++turn) {
        const TokenTablePtr table = tableOf(tokens);
        std::atomic_int right = 0;
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int number = 0; number < 4; ++number) {
            threads.emplace_back([&, number] {
                const TokenTablePtr revoked = table->withRevoked({tokens.at(number).id});
                const bool found = table->find(tokens.at(99).id) == Row(99);
                const bool ranked = table->nameRanks().size() == table->size();
                const bool ordered = table->rowsBy(SortKey::Expires).size() == table->size();
                (void)table->sharesName(3);
                revoked->prepare();
                right += found && ranked && ordered && revoked->revoked(Row(number));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 4);
    }
}

QTEST_GUILESS_MAIN(TestTokenTable)
#include "tst_tokentable.moc"
