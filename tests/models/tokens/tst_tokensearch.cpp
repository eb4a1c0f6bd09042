// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokensearch.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

using Field = TokenSearch::Field;
using Hits = QList<TokenSearch::Hit>;

/// Which parts of a name, a role or an id a search marks.
class TestTokenSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hitsAreMarkedInTheShownText_data();
    void hitsAreMarkedInTheShownText();
    void idWordMarksIdsOnly();
    void idPrefixAloneIsNoWord();
    void creatorWordMarksCreatorsOnly();
};

void TestTokenSearch::hitsAreMarkedInTheShownText_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Hits>("hits");
    QTest::newRow("none") << u"jenkins"_s << u"x"_s << Hits{};
    QTest::newRow("case") << u"Jenkins"_s << u"jEN"_s << Hits{{0, 3}};
    QTest::newRow("twice") << u"ci-ci"_s << u"ci"_s << Hits{{0, 2}, {3, 5}};
    QTest::newRow("words that touch") << u"abcd"_s << u"cd ab"_s << Hits{{0, 4}};
    QTest::newRow("sharp s by ss") << u"xStraße"_s << u"strass"_s << Hits{{1, 6}};
    QTest::newRow("composed by decomposed") << u"café 1"_s << u"cafe\u0301"_s << Hits{{0, 4}};
    QTest::newRow("decomposed by composed") << u"cafe\u0301 1"_s << u"café"_s << Hits{{0, 5}};
    QTest::newRow("full width") << u"xＡＢＣ"_s << u"abc"_s << Hits{{1, 4}};
    QTest::newRow("ligature") << u"xﬁle"_s << u"f"_s << Hits{{1, 2}};
    QTest::newRow("accent left out") << u"xcrédit-crédit"_s << u"edit"_s << Hits{{3, 7}, {10, 14}};
    QTest::newRow("accent typed") << u"credit crédit"_s << u"é"_s << Hits{{9, 10}};
    QTest::newRow("astral") << u"a🚀b"_s << u"🚀"_s << Hits{{1, 3}};
    QTest::newRow("empty text") << QString() << u"a"_s << Hits{};
    QTest::newRow("empty search") << u"a"_s << QString() << Hits{};
}

void TestTokenSearch::hitsAreMarkedInTheShownText()
{
    QFETCH(QString, shown);
    QFETCH(QString, text);
    QTEST(TokenSearch(text).hitsIn(shown, Field::Name), "hits");
}

void TestTokenSearch::idWordMarksIdsOnly()
{
    const TokenSearch search(u"id:3f2 jen"_s);
    QCOMPARE(search.hitsIn(u"3f2 jen"_s, Field::Name), (Hits{{4, 7}}));
    QCOMPARE(search.hitsIn(u"3f2a"_s, Field::Role), Hits{});
    QCOMPARE(search.hitsIn(u"3f2a-3f2"_s, Field::Id), (Hits{{0, 3}, {5, 8}}));
}

void TestTokenSearch::idPrefixAloneIsNoWord()
{
    QVERIFY(TokenSearch(u" id: "_s).isEmpty());
    QCOMPARE(TokenSearch(u"Id:A id:"_s).words(),
             (std::vector<SearchWord>{{"a", /*isIdOnly=*/true, /*ranksIds=*/true}}));
}

void TestTokenSearch::creatorWordMarksCreatorsOnly()
{
    const TokenSearch search(u"by:ann jen By:"_s);
    QCOMPARE(search.words().size(), std::size_t(2));
    for (const Field field : {Field::Name, Field::Role, Field::Id})
        QCOMPARE(search.hitsIn(u"ann jen"_s, field), (Hits{{4, 7}}));
    QCOMPARE(search.hitsIn(u"Ann jen"_s, Field::Creator), (Hits{{0, 3}}));
}

QTEST_GUILESS_MAIN(TestTokenSearch)
#include "tst_tokensearch.moc"
