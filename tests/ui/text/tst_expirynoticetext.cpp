// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/models/randomtokens.h"
#include "ui/text/expirynoticetext.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Now = 1'787'647'320'000; // 2026-08-25T08:42:00Z

Token tokenOf(const QString &name, UtcMs expiresAt, const QStringList &roles = {u"Analyst"_s})
{
    return {u"id-"_s + name, name, roles, Now - 90 * DayMs, expiresAt, false};
}

NoticeText textOf(const QList<Token> &tokens, bool showsNames = true,
                  const QString &server = u"prod-eu"_s)
{
    const auto table = tableOf(tokens);
    return expiryNotice(dueDigest(*table, Now, {}, {}), *table, server, showsNames, Now);
}

} // namespace

/// The words of a notification.
class TestExpiryNoticeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneTokenIsNamedInTheTitle();
    void expiredTokenSaysWhen();
    void severalTokensAreOneDigest_data();
    void severalTokensAreOneDigest();
    void bodyNamesTheFirstThree();
    void namesCanBeLeftOut();
    void idsAreNeverNamed();
    void hostileNamesAreMadeVisible();
    void placeholdersInNamesAreKept();
    void oldListIsSaid();

private:
    QTranslator m_english;
};

void TestExpiryNoticeText::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestExpiryNoticeText::oneTokenIsNamedInTheTitle()
{
    const NoticeText text =
        textOf({tokenOf(u"tekton-9"_s, Now + 14 * DayMs, {u"Continuous Integration"_s})});
    QCOMPARE(text.title, u"tekton-9 expires in 14 days"_s);
    QCOMPARE(text.body, u"prod-eu, Continuous Integration, on 8 Sep."_s);
}

void TestExpiryNoticeText::expiredTokenSaysWhen()
{
    const NoticeText text = textOf({tokenOf(u"grafana"_s, Now - 17 * HourMs)});
    QCOMPARE(text.title, u"grafana has expired"_s);
    QCOMPARE(text.body, u"prod-eu, Analyst, yesterday, 15:42. Central soon deletes it."_s);
}

void TestExpiryNoticeText::severalTokensAreOneDigest_data()
{
    QTest::addColumn<QList<int>>("days"); // until each expires
    QTest::addColumn<QString>("title");
    QTest::newRow("week") << QList<int>{2, 3} << u"2 tokens on prod-eu expire within 7 days"_s;
    QTest::newRow("month") << QList<int>{2, 29} << u"2 tokens on prod-eu expire within 30 days"_s;
    QTest::newRow("day") << QList<int>{0, 0} << u"2 tokens on prod-eu expire within a day"_s;
    QTest::newRow("expired") << QList<int>{-1, -2} << u"2 tokens on prod-eu have expired"_s;
    QTest::newRow("both") << QList<int>{-1, 2, 3}
                          << u"3 tokens on prod-eu expire within 7 days or have expired"_s;
}

void TestExpiryNoticeText::severalTokensAreOneDigest()
{
    QFETCH(const QList<int>, days);
    QList<Token> tokens;
    for (const int each : days)
        tokens.append(tokenOf(u"t%1"_s.arg(tokens.size()), Now + each * DayMs + HourMs));
    QTEST(textOf(tokens).title, "title");
}

void TestExpiryNoticeText::bodyNamesTheFirstThree()
{
    QList<Token> tokens;
    for (int day = 6; day > 1; --day)
        tokens.append(tokenOf(u"t%1"_s.arg(day), Now + day * DayMs));
    QCOMPARE(textOf(tokens).body, u"First t2 (Analyst), in 2 days. Then t3, t4 and 2 more."_s);
    QCOMPARE(textOf(tokens.mid(2)).body, u"First t2 (Analyst), in 2 days. Then t3 and t4."_s);
    QCOMPARE(textOf(tokens.mid(3)).body, u"First t2 (Analyst), in 2 days. Then t3."_s);
}

void TestExpiryNoticeText::namesCanBeLeftOut()
{
    const QList<Token> one{tokenOf(u"secret-project"_s, Now + 5 * DayMs)};
    QCOMPARE(textOf(one, false).title, u"A token expires in 5 days"_s);
    QCOMPARE(textOf(one, false).body, u"On one server."_s);
    const QList<Token> more = one + QList<Token>{tokenOf(u"secret-2"_s, Now + 6 * DayMs)};
    QCOMPARE(textOf(more, false).title, u"2 tokens expire within 7 days"_s);
    for (const int hours : {-30, -1, 1, 100}) {
        for (const int count : {1, 2, 5}) {
            QList<Token> tokens;
            for (int at = 0; at < count; ++at)
                tokens.append(tokenOf(u"secret-%1"_s.arg(at), Now + hours * HourMs + at));
            const NoticeText text = textOf(tokens, false);
            const QString all = text.title + text.body;
            QVERIFY2(!all.contains("secret"_L1), qPrintable(all));
            QVERIFY(!all.contains("prod-eu"_L1));
            QVERIFY(!all.contains("Analyst"_L1));
        }
    }
}

void TestExpiryNoticeText::idsAreNeverNamed()
{
    QList<Token> tokens;
    for (int at = 0; at < 5; ++at) {
        tokens.append(tokenOf(QString(), Now + at * DayMs - HourMs)); // without a name
        tokens.last().id = u"0d8f6c1e-%1"_s.arg(at);
        const NoticeText text = textOf(tokens);
        const QString all = text.title + text.body;
        QVERIFY(!all.contains("0d8f"_L1));
    }
}

void TestExpiryNoticeText::hostileNamesAreMadeVisible()
{
    const QString name = u"a\u202E\nb\u0007"_s;
    const NoticeText text = textOf({tokenOf(name, Now + 5 * DayMs, {name})}, true, name);
    static const QRegularExpression invisible(u"[\\x{0}-\\x{1f}\\x{202a}-\\x{202e}]"_s);
    QVERIFY2(!text.title.contains(invisible), qPrintable(text.title));
    QVERIFY2(!text.body.contains(invisible), qPrintable(text.body));
    const NoticeText tall = textOf({tokenOf(QString(100'000, u'x'), Now + 5 * DayMs)});
    QVERIFY(tall.title.size() < 200);
}

void TestExpiryNoticeText::placeholdersInNamesAreKept()
{
    const NoticeText text = textOf({tokenOf(u"%2%1%Ln"_s, Now + 5 * DayMs)}, true, u"%1%3"_s);
    QCOMPARE(text.title, u"%2%1%Ln expires in 5 days"_s);
    QCOMPARE(text.body, u"%1%3, Analyst, on 30 Aug."_s);
}

void TestExpiryNoticeText::oldListIsSaid()
{
    const auto table = tableOf({tokenOf(u"a"_s, Now + 5 * DayMs)});
    const NoticeText text =
        expiryNotice(dueDigest(*table, Now, {}, {}), *table, u"lab"_s, true, Now, Now - 2 * HourMs);
    QVERIFY2(text.body.endsWith("As Central listed it: today, 06:42."_L1), qPrintable(text.body));
}

QTEST_GUILESS_MAIN(TestExpiryNoticeText)
#include "tst_expirynoticetext.moc"
