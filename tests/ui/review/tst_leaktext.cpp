// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/review/leaksamples.h"
#include "ui/review/leaktext.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Place = LeakedToken::Place;
using Remark = LeakedToken::Remark;

/// The words for each state of a row, and for a text as a whole.
class TestLeakText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::beginTest(); }
    void placeSaysHowOftenAndHow_data();
    void placeSaysHowOftenAndHow();
    void serverCellSaysWhoListsIt();
    void comparedServersAreNamed();
    void partOfAFileIsSaid();
    void revokedTokenHasItsTime();

private:
    static QString text(const QList<TextRun> &runs);
    static constexpr UtcMs Now = 1'787'647'320'000;
};

QString TestLeakText::text(const QList<TextRun> &runs)
{
    QString all;
    for (const TextRun &run : runs)
        all += run.text;
    return all;
}

void TestLeakText::placeSaysHowOftenAndHow_data()
{
    QTest::addColumn<LeakedToken>("token");
    QTest::addColumn<QString>("said");
    LeakedToken token;
    token.place = Place::Unlisted;
    token.lines = {1204};
    QTest::newRow("once") << token << u"line 1,204"_s;
    token.lines = {212, 640};
    QTest::newRow("twice") << token << u"line 212, twice"_s;
    token.lines = {1, 2, 3};
    token.form = FoundToken::Form::Encoded;
    QTest::newRow("encoded") << token << u"line 1, 3 times, in base64"_s;
    token.lines = {7};
    token.form = FoundToken::Form::Broken;
    QTest::newRow("broken") << token << u"line 7, over several lines"_s;
    token.place = Place::CutShort;
    token.form = FoundToken::Form::Plain;
    token.characters = 212;
    QTest::newRow("cut") << token << u"line 7, cut after 212 characters"_s;
}

void TestLeakText::placeSaysHowOftenAndHow()
{
    QFETCH(const LeakedToken, token);
    QFETCH(const QString, said);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(leaktext::place(token), said);
    QLocale::setDefault(QLocale::c());
}

void TestLeakText::serverCellSaysWhoListsIt()
{
    LeakedToken token;
    token.place = Place::Unlisted;
    QCOMPARE(leaktext::server(token, 4), u"unknown to all 4"_s);
    QCOMPARE(leaktext::server(token, 0), u"not compared"_s);
    token.place = Place::NotApiToken;
    QCOMPARE(leaktext::server(token, 4), u"not an API token"_s);
    QCOMPARE(leaktext::title(token), u"A person's sign-in"_s);
    token.place = Place::Listed;
    token.server.name = u"prod-eu"_s;
    QCOMPARE(leaktext::server(token, 4), u"prod-eu"_s);
    QCOMPARE(leaktext::serverNote(token, Now), u"another Central"_s);
    token.server.isOpen = true;
    QCOMPARE(leaktext::serverNote(token, Now), u"known here"_s);
    token.server.asOf = Now - HourMs;
    QCOMPARE(leaktext::serverNote(token, Now), u"as of 07:42"_s);
}

void TestLeakText::comparedServersAreNamed()
{
    samples::LeakSamples samples;
    QList<LeakServer> servers = samples.servers();
    QCOMPARE(leaktext::compared(servers, Now),
             u"Compared with 4 servers, staging as of 07:30, lab as of 06:41."_s);
    servers[3].tokens = nullptr;
    QCOMPARE(leaktext::compared(servers, Now),
             u"Compared with 3 servers, staging as of 07:30. Not with lab: its list was not read "
             "yet."_s);
    QCOMPARE(leaktext::compared({}, Now), u"Compared with no server: sign in to one first."_s);
}

void TestLeakText::partOfAFileIsSaid()
{
    LeakFindings findings;
    findings.fileName = u"large.log"_s;
    findings.scan.lines = 3;
    findings.isWhole = false;
    QVERIFY2(
        text(leaktext::outcome(findings)).endsWith("Only its first 64 MB were looked through."_L1),
        qPrintable(text(leaktext::outcome(findings))));
    findings.scan.found.emplace_back();
    QCOMPARE(text(leaktext::outcome(findings)),
             u"1 found in large.log, 3 lines. Only its first 64 MB were looked through."_s);
    QVERIFY(leaktext::outcome(findings).first().semibold);
    QCOMPARE(leaktext::progress(u"large.log"_s, {.read = 1'300'000, .whole = 64 << 20}),
             u"Looking through large.log: 2 of 64 MB"_s);
}

void TestLeakText::revokedTokenHasItsTime()
{
    LeakedToken token;
    token.remark = Remark::Revoked;
    QCOMPARE(leaktext::remark(token, Now), u"revoked"_s);
    token.revokedAt = Now - 11 * MinuteMs;
    QCOMPARE(leaktext::remark(token, Now), u"revoked 08:31"_s);
}

QTEST_MAIN(TestLeakText)
#include "tst_leaktext.moc"
