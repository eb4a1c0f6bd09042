// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"
#include "models/tokens/tokenselection.h"
#include "tests/models/randomtokens.h"

#include <QSet>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestTokenViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreDistinct();
    void queryOfAViewFindsTheView();
    void countOfAViewIsWhatItShows();
    void searchAndWeeksDoNotChangeTheView();
    void everyColumnIsFoundByIdAndSection();
};

void TestTokenViews::idsAreDistinct()
{
    QSet<QString> ids;
    for (const TokenViewInfo &view : tokenViews())
        ids.insert(view.id);
    QCOMPARE(ids.size(), qsizetype(tokenViews().size()));
    QCOMPARE(tokenView(u"no such view"), nullptr);
}

void TestTokenViews::queryOfAViewFindsTheView()
{
    for (const TokenViewInfo &view : tokenViews()) {
        TokenQuery query;
        query.status = view.status;
        query.flags = view.flags;
        QCOMPARE(viewOf(query).id, view.id);
        QCOMPARE(tokenView(QString(view.id)), &view);
        QVERIFY(!view.title().isEmpty() && !view.emptyTitle().isEmpty());
    }
    QCOMPARE(viewOf({}).id, "all"_L1);
}

void TestTokenViews::countOfAViewIsWhatItShows()
{
    RandomTokens random(11);
    TokenTableBuilder builder;
    for (int i = 0; i < 3'000; ++i)
        builder.add(random.next());
    const TokenTablePtr table = builder.build();
    TokenHistory history;
    history.seenUntil = RandomNow - 30 * DayMs;
    TokenKnowledge known{.roles = KnownRoles({{u"Analyst"_s, {}, {}}})};
    known.history = std::make_shared<const TokenHistory>(history);
    for (const QString &text : {QString(), u"ci"_s}) {
        for (const TokenViewInfo &view : tokenViews()) {
            TokenQuery query;
            query.text = text;
            const TokenSelection all = select(*table, query, RandomNow, known);
            query.status = view.status;
            query.flags = view.flags;
            const TokenSelection shown = select(*table, query, RandomNow, known);
            QVERIFY2(!shown.rows.empty(), view.id.data());
            QCOMPARE(std::size_t(all.count(view)), shown.rows.size());
            QCOMPARE(shown.count(view), all.count(view));
        }
    }
}

void TestTokenViews::searchAndWeeksDoNotChangeTheView()
{
    TokenQuery query;
    query.status = TokenStatus::Expired;
    query.text = u"x"_s;
    query.expiry.from = RandomNow;
    query.sortColumn = TokenColumn::Name;
    QCOMPARE(viewOf(query).id, "expired"_L1);
}

void TestTokenViews::everyColumnIsFoundByIdAndSection()
{
    int section = 0;
    for (const TokenColumnInfo &info : tokenColumns()) {
        QCOMPARE(tokenColumn(QString(info.id)), &info);
        QCOMPARE(&infoOf(info.column), &info);
        QCOMPARE(sectionOf(info.column), section);
        QCOMPARE(columnAt(section), info.column);
        ++section;
    }
    QCOMPARE(tokenColumn(u"no such column"), nullptr);
}

QTEST_APPLESS_MAIN(TestTokenViews)
#include "tst_tokenviews.moc"
