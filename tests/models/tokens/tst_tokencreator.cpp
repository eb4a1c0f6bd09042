// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokencreator.h"
#include "models/tokens/tokentext.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// Who made a token, in words.
class TestTokenCreator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userIsNamedAsCentralNamesThem_data();
    void userIsNamedAsCentralNamesThem();
    void reasonDependsOnTheTimeOfIssue_data();
    void reasonDependsOnTheTimeOfIssue();
    void gapHasItsDays();
};

void TestTokenCreator::userIsNamedAsCentralNamesThem_data()
{
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("tokenName");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << QString() << QString() << u"not known"_s;
    QTest::newRow("password") << u"admin"_s << QString() << u"admin"_s;
    QTest::newRow("single sign-on") << u"sso:4df1b98c-24ed:ann"_s << QString() << u"ann"_s;
    QTest::newRow("user with a colon") << u"sso:4df1b98c-24ed:a:b"_s << QString() << u"a:b"_s;
    QTest::newRow("no user") << u"sso:4df1b98c-24ed:"_s << QString() << u"sso:4df1b98c-24ed:"_s;
    QTest::newRow("no provider") << u"sso:ann"_s << QString() << u"sso:ann"_s;
    QTest::newRow("token") << u"auth-token:0b5d92c6-7be4"_s << u"ci"_s << u"token ci"_s;
    QTest::newRow("unnamed token")
        << u"auth-token:0b5d92c6-7be4"_s << QString() << u"token 0b5d92c6"_s;
    QTest::newRow("no id") << u"auth-token:"_s << QString() << u"auth-token:"_s;
    QTest::newRow("right to left") << u"a\u202Eb"_s << QString() << TokenText::name(u"a\u202Eb"_s);
    QTest::newRow("invisible") << u"\u200B"_s << QString() << u"(no name)"_s;
}

void TestTokenCreator::userIsNamedAsCentralNamesThem()
{
    QFETCH(QString, userId);
    QFETCH(QString, tokenName);
    TokenLife life;
    life.creator = {userId, {}, tokenName};
    QTEST(TokenText::creator(&life), "text");
    QCOMPARE(TokenText::creator(nullptr), u"not known"_s);
    life.creator.userId = QString(100'000, u'x');
    QVERIFY(TokenText::creator(&life).size() < 200);
}

void TestTokenCreator::reasonDependsOnTheTimeOfIssue_data()
{
    QTest::addColumn<CreatorCoverage>("coverage");
    QTest::addColumn<UtcMs>("issuedAt");
    QTest::addColumn<NoCreator::Why>("why");
    using Why = NoCreator::Why;
    const UtcMs now = 100 * DayMs;
    const CreatorCoverage whole{.until = now - HourMs, .gapUntil = now - 50 * DayMs};
    QTest::newRow("nothing read") << CreatorCoverage{} << now - DayMs << Why::NotAsked;
    QTest::newRow("forbidden") << CreatorCoverage{.isForbidden = true} << now << Why::Forbidden;
    QTest::newRow("too old") << whole << now - 60 * DayMs << Why::TooOld;
    QTest::newRow("no event") << whole << now - 40 * DayMs << Why::NotTold;
    QTest::newRow("just issued") << whole << now - MinuteMs << Why::NotYet;
    QTest::newRow("no time") << whole << NoTime << Why::NotAsked;
    CreatorCoverage forbidden = whole;
    forbidden.isForbidden = true;
    QTest::newRow("read before") << forbidden << now - DayMs << Why::NotTold;
    QTest::newRow("forbidden since") << forbidden << now - MinuteMs << Why::Forbidden;
    const CreatorCoverage gap{
        .until = now, .gapFrom = now - 30 * DayMs, .gapUntil = now - 10 * DayMs};
    QTest::newRow("in the gap") << gap << now - 20 * DayMs << Why::Gap;
    QTest::newRow("before the gap") << gap << now - 40 * DayMs << Why::NotTold;
    QTest::newRow("after the gap") << gap << now - 9 * DayMs << Why::NotTold;
}

void TestTokenCreator::reasonDependsOnTheTimeOfIssue()
{
    QFETCH(CreatorCoverage, coverage);
    QFETCH(UtcMs, issuedAt);
    QTEST(whyNoCreator(coverage, issuedAt, 100 * DayMs).why, "why");
}

/// The days are those without a list: Central told of the last four of them.
void TestTokenCreator::gapHasItsDays()
{
    const CreatorCoverage gap{.until = 100 * DayMs, .gapFrom = 70 * DayMs, .gapUntil = 96 * DayMs};
    QCOMPARE(whyNoCreator(gap, 80 * DayMs, 100 * DayMs), (NoCreator{NoCreator::Why::Gap, 30}));
}

QTEST_GUILESS_MAIN(TestTokenCreator)
#include "tst_tokencreator.moc"
