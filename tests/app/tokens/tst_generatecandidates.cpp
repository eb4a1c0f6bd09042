// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/generatecandidates.h"
#include "tests/models/randomtokens.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestGenerateCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCandidate_data();
    void isCandidate();
    void likeliestCandidateIsFirst();
    void listsFiveCandidatesAtMost();
    void ruledOutTokenTakesNoPlace();
    void candidatesFollowCentralsClock_data();
    void candidatesFollowCentralsClock();

private:
    static constexpr UtcMs AskedAt = 1'787'393'730'000; // 2026-08-22T10:15:30Z
    static Token made(UtcMs issuedAfter, const QString &id = u"made"_s);
    static QStringList idsOf(const QList<Candidate> &candidates);
    static OpenGenerate lost(const QSet<QString> &ruledOut = {});
};

Token TestGenerateCandidates::made(UtcMs issuedAfter, const QString &id)
{
    const UtcMs issued = AskedAt + issuedAfter;
    return {id, u"ci-deploy"_s, {u"Analyst"_s}, issued, issued + 365 * DayMs, false};
}

OpenGenerate TestGenerateCandidates::lost(const QSet<QString> &ruledOut)
{
    OpenGenerate lost;
    lost.intent.draft = {u"ci-deploy"_s, {u"Analyst"_s}, NoTime};
    lost.intent.askedAt = AskedAt;
    lost.ruledOut = ruledOut;
    lost.lostAt = AskedAt + MinuteMs;
    return lost;
}

QStringList TestGenerateCandidates::idsOf(const QList<Candidate> &candidates)
{
    QStringList ids;
    for (const Candidate &candidate : candidates)
        ids.append(candidate.token.id);
    return ids;
}

void TestGenerateCandidates::isCandidate_data()
{
    QTest::addColumn<Token>("token");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("issued a second later") << made(SecondMs) << false << true;
    QTest::newRow("Central's clock is behind") << made(-5 * MinuteMs) << false << true;
    QTest::newRow("Central's clock is ahead") << made(9 * MinuteMs) << false << true;
    QTest::newRow("made late, and the answer was lost late")
        << made(MinuteMs + 9 * MinuteMs) << false << true;
    QTest::newRow("an hour after the loss") << made(HourMs) << false << false;
    QTest::newRow("an hour old") << made(-HourMs) << false << false;
    QTest::newRow("listed before") << made(SecondMs) << true << false;
    Token token = made(SecondMs);
    token.name = u"CI-deploy"_s;
    QTest::newRow("another name") << token << false << false;
    token = made(SecondMs);
    token.revoked = true;
    QTest::newRow("revoked") << token << false << false;
    token = made(SecondMs);
    token.issuedAt = NoTime;
    QTest::newRow("without an issue time") << token << false << false;
    token = made(SecondMs);
    token.roles = {u"Admin"_s};
    QTest::newRow("other roles") << token << false << true;
}

void TestGenerateCandidates::isCandidate()
{
    QFETCH(Token, token);
    QFETCH(bool, known);
    QFETCH(bool, isOne);
    const auto table = tableOf({token});
    const auto candidates =
        generateCandidates(*table, lost(known ? QSet<QString>{token.id} : QSet<QString>{}));
    QCOMPARE(idsOf(candidates), isOne ? QStringList{token.id} : QStringList{});
    if (isOne)
        QCOMPARE(candidates.first().sameRoles, token.roles == lost().intent.draft.roles);
}

void TestGenerateCandidates::likeliestCandidateIsFirst()
{
    Token otherRoles = made(0, u"other roles"_s);
    otherRoles.roles = {u"Analyst"_s, u"Admin"_s};
    const auto table =
        tableOf({made(5 * MinuteMs, u"later"_s), otherRoles, made(2 * SecondMs, u"at once"_s)});
    QCOMPARE(idsOf(generateCandidates(*table, lost())),
             (QStringList{u"at once"_s, u"later"_s, u"other roles"_s}));
}

void TestGenerateCandidates::listsFiveCandidatesAtMost()
{
    QList<Token> tokens;
    for (int i = 0; i < 9; ++i)
        tokens.append(made(i * SecondMs, QString::number(i)));
    QCOMPARE(idsOf(generateCandidates(*tableOf(tokens), lost())),
             (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void TestGenerateCandidates::ruledOutTokenTakesNoPlace()
{
    QList<Token> tokens;
    for (int i = 0; i < 7; ++i)
        tokens.append(made(i * SecondMs, QString::number(i)));
    QCOMPARE(idsOf(generateCandidates(*tableOf(tokens), lost({u"0"_s, u"2"_s}))),
             (QStringList{u"1"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
}

void TestGenerateCandidates::candidatesFollowCentralsClock_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::newRow("3 days ahead") << 3 * DayMs;
    QTest::newRow("3 days behind") << -3 * DayMs;
}

void TestGenerateCandidates::candidatesFollowCentralsClock()
{
    QFETCH(qint64, ahead);
    const TokenTablePtr table =
        tableOf({made(ahead + SecondMs, u"made"_s), made(SecondMs, u"of another time"_s)});
    QCOMPARE(idsOf(generateCandidates(*table, lost(), ahead)), QStringList{u"made"_s});
}

QTEST_GUILESS_MAIN(TestGenerateCandidates)
#include "tst_generatecandidates.moc"
