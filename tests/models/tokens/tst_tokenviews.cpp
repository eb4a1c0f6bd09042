// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"
#include "models/tokens/tokenselection.h"
#include "models/tokens/tokentext.h"
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
    void deadRoleColumnsSayWhatIsLeft();
    void deadRoleColumnsSayNothingBeforeRolesAreRead();

private:
    [[nodiscard]] static QStringList cells(const Token &token, const TokenKnowledge &known);
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

/// Of the columns about dead roles.
QStringList TestTokenViews::cells(const Token &token, const TokenKnowledge &known)
{
    const TokenTablePtr table = tableOf({token});
    const TokenCell cell = cellOf(*table, 0, known, RandomNow, DefaultExpiringWindow);
    QStringList texts;
    for (const TokenColumn column : {TokenColumn::DeadRoles, TokenColumn::DeadSince,
                                     TokenColumn::OtherRoles, TokenColumn::StillGrants})
        texts.append(infoOf(column).text(cell));
    return texts;
}

void TestTokenViews::deadRoleColumnsSayWhatIsLeft()
{
    const AccessMap scans{{u"Detection"_s, Access::Read}, {u"Image"_s, Access::ReadWrite}};
    TokenKnowledge known{.roles = KnownRoles({{u"Scanner"_s, {}, scans}, {u"None"_s, {}, {}}})};
    TokenHistory history;
    history.roles[u"Old"_s] = {{.firstAt = RandomNow - DayMs, .lastAt = RandomNow - HourMs}};
    known.history = std::make_shared<const TokenHistory>(history);
    const auto token = [](const QStringList &roles) { return Token{u"a"_s, u"n"_s, roles}; };
    QCOMPARE(cells(token({u"Old"_s, u"Scanner"_s}), known),
             (QStringList{u"Old"_s, u"after "_s + TokenText::issued(RandomNow - HourMs),
                          u"Scanner"_s, u"Writes Image, reads Detection"_s}));
    const QString nothing = u"nothing, Central refuses it"_s;
    QCOMPARE(cells(token({u"Older"_s, u"None"_s}), known),
             (QStringList{u"Older"_s, u"not known"_s, u"None"_s, nothing}));
    QCOMPARE(cells(token({u"Old"_s}), known).mid(2), (QStringList{u"none"_s, nothing}));
    QCOMPARE(cells(token({u"Scanner"_s}), known).mid(0, 3),
             (QStringList{QString(), QString(), u"Scanner"_s}));
    // The view shows them.
    QStringList ids;
    for (const TokenColumn column : tokenView(u"deadRoles")->columns)
        ids.append(infoOf(column).id);
    QCOMPARE(ids, (QStringList{u"status"_s, u"name"_s, u"deadRoles"_s, u"otherRoles"_s,
                               u"stillGrants"_s, u"expires"_s}));
}

void TestTokenViews::deadRoleColumnsSayNothingBeforeRolesAreRead()
{
    QCOMPARE(cells({u"a"_s, u"n"_s, {u"Scanner"_s}}, {}),
             (QStringList{QString(), QString(), u"not known"_s, u"not known"_s}));
}

QTEST_APPLESS_MAIN(TestTokenViews)
#include "tst_tokenviews.moc"
