// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/mergedtable.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"
#include "tests/models/tokens/table/tabletokens.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using testing::named;
using testing::tokensOf;

namespace {

using Row = TokenTable::Row;

std::vector<TokenTable::Part> partsOf(const TokenTable &table)
{
    std::vector<TokenTable::Part> parts;
    for (Row row = 0; row < table.size(); ++row)
        parts.push_back(table.part(row));
    return parts;
}

template <class Span>
auto vectorOf(const Span &span)
{
    return std::vector(span.begin(), span.end());
}

} // namespace

class TestMergedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noListsMakeAnEmptyTable();
    void rowsKeepTheirPart();
    void isAsIfBuiltOfAllTokens();
    void idOfTwoListsIsOneRow();
    void namesAreSharedWithinAPartOnly();
    void revokedRowsAreReadAnew();
    void leftOutRowsStayOutWhenOnlyRevocationsDiffer();
    void unreadTokensOfAllLists();
};

void TestMergedTable::noListsMakeAnEmptyTable()
{
    QVERIFY(MergedTable().table()->isEmpty());
    const MergedTable merged(std::vector<MergedTable::List>{});
    QVERIFY(merged.table()->isEmpty());
    QVERIFY(!merged.table()->find(u"a"));
    merged.table()->prepare();
}

void TestMergedTable::rowsKeepTheirPart()
{
    const MergedTable merged({{tableOf({named(u"a"_s, u"one"_s), named(u"b"_s, u"two"_s)}), 3},
                              {tableOf({}), 4},
                              {tableOf({named(u"c"_s, u"three"_s)}), 1}});
    QCOMPARE(partsOf(*merged.table()), std::vector<TokenTable::Part>({3, 3, 1}));
    QCOMPARE(merged.table()->find(u"c"), std::optional<Row>(2));
}

void TestMergedTable::isAsIfBuiltOfAllTokens()
{
    RandomTokens random(7);
    QList<Token> all;
    std::vector<MergedTable::List> lists;
    for (TokenTable::Part part = 0; part < 4; ++part) {
        QList<Token> tokens = random.list(150);
        for (qsizetype at = 0; at < tokens.size(); ++at)
            tokens[at].id += u"-%1-%2"_s.arg(part).arg(at);
        all += tokens;
        lists.push_back({tableOf(tokens), part});
    }
    const TokenTablePtr table = MergedTable(lists).table();
    const TokenTablePtr built = tableOf(all);
    QCOMPARE(tokensOf(*table), tokensOf(*built));
    QCOMPARE(table->searchArena(), built->searchArena());
    QCOMPARE(vectorOf(table->searchOffsets()), vectorOf(built->searchOffsets()));
    QCOMPARE(vectorOf(table->nameRanks()), vectorOf(built->nameRanks()));
    for (int key = 0; key < SortKeyCount; ++key)
        QCOMPARE(vectorOf(table->rowsBy(SortKey(key))), vectorOf(built->rowsBy(SortKey(key))));
    for (const Token &token : std::as_const(all))
        QCOMPARE(table->find(token.id), built->find(token.id));
    QCOMPARE(table->roleNames(), built->roleNames());
}

void TestMergedTable::idOfTwoListsIsOneRow()
{
    const Token shared = named(u"shared"_s, u"ci"_s);
    Token older = shared;
    older.name = u"as it was"_s;
    const MergedTable merged(
        {{tableOf({shared, named(u"a"_s, u"one"_s)}), 1},
         {tableOf({named(u"b"_s, u"two"_s), older, named(u"c"_s, u"x"_s)}), 0}});
    QCOMPARE(tokensOf(*merged.table()),
             QList<Token>({shared, named(u"a"_s, u"one"_s), named(u"b"_s, u"two"_s),
                           named(u"c"_s, u"x"_s)}));
    QCOMPARE(partsOf(*merged.table()), std::vector<TokenTable::Part>({1, 1, 0, 0}));
    QCOMPARE(merged.table()->find(u"c"), std::optional<Row>(3));
    QCOMPARE(merged.table()->searchOffsets().size(), 5U);
    QCOMPARE(merged.table()->searchArena().size(), merged.table()->searchOffsets().back());
}

void TestMergedTable::namesAreSharedWithinAPartOnly()
{
    const MergedTable merged(
        {{tableOf({named(u"a"_s, u"ci"_s), named(u"b"_s, u"ops"_s)}), 0},
         {tableOf({named(u"c"_s, u"ci"_s), named(u"d"_s, u"ops"_s), named(u"e"_s, u"ops"_s)}), 1}});
    QCOMPARE(vectorOf(merged.table()->sharedNameFlags()), std::vector<quint8>({0, 0, 0, 1, 1}));
}

void TestMergedTable::revokedRowsAreReadAnew()
{
    const TokenTablePtr one = tableOf({named(u"a"_s, u"x"_s), named(u"b"_s, u"x"_s)});
    const TokenTablePtr two = tableOf({named(u"c"_s, u"y"_s)});
    const MergedTable before({{one, 0}, {two, 1}});
    const MergedTable after({{one->withRevoked({u"b"_s}), 0}, {two, 1}}, before);
    QVERIFY(after.table()->sharesColumns(*before.table()));
    QCOMPARE(vectorOf(after.table()->revokedFlags()), std::vector<quint8>({0, 1, 0}));
    QCOMPARE(vectorOf(before.table()->revokedFlags()), std::vector<quint8>({0, 0, 0}));
    QCOMPARE(vectorOf(after.table()->sharedNameFlags()), std::vector<quint8>({0, 1, 0}));

    const MergedTable more({{one, 0}, {two->withToken(named(u"d"_s, u"z"_s)), 1}}, after);
    QVERIFY(!more.table()->sharesColumns(*after.table()));
    QCOMPARE(more.table()->size(), 4U);
    const MergedTable swapped({{two, 1}, {one, 0}}, before);
    QCOMPARE(partsOf(*swapped.table()), std::vector<TokenTable::Part>({1, 0, 0}));
}

void TestMergedTable::leftOutRowsStayOutWhenOnlyRevocationsDiffer()
{
    const TokenTablePtr one = tableOf({named(u"a"_s, u"x"_s)});
    const TokenTablePtr two = tableOf({named(u"a"_s, u"x"_s), named(u"b"_s, u"y"_s)});
    const MergedTable before({{one, 0}, {two, 1}});
    const MergedTable after({{one, 0}, {two->withRevoked({u"a"_s, u"b"_s}), 1}}, before);
    QCOMPARE(vectorOf(after.table()->revokedFlags()), std::vector<quint8>({0, 1}));
}

void TestMergedTable::unreadTokensOfAllLists()
{
    const auto withUnread = [](const QString &id) {
        TokenTableBuilder builder;
        builder.addUnread({id, u"no name"_s});
        return builder.build();
    };
    const MergedTable merged({{withUnread(u"a"_s), 0}, {withUnread(u"b"_s), 1}});
    QCOMPARE(merged.table()->unread(),
             QList<UnreadToken>({{u"a"_s, u"no name"_s}, {u"b"_s, u"no name"_s}}));
}

QTEST_GUILESS_MAIN(TestMergedTable)
#include "tst_mergedtable.moc"
