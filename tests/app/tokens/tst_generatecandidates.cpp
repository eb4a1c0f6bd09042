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
    void candidatesAreSelected_data();
    void candidatesAreSelected();
    void likeliestIsFirst();
    void atMostFiveCandidates();
    void excludedTokensDoNotCount();

private:
    static constexpr UtcMs AskedAt = 1'787'393'730'000; // 2026-08-22T10:15:30Z
    static Token made(UtcMs issuedAfter, const QString &id = u"made"_s);
    static QStringList idsOf(const QList<Candidate> &candidates);
    static OpenGenerate lost(const TokenTablePtr &before = nullptr);
};

Token TestGenerateCandidates::made(UtcMs issuedAfter, const QString &id)
{
    const UtcMs issued = AskedAt + issuedAfter;
    return {id, u"ci-deploy"_s, {u"Analyst"_s}, issued, issued + 365 * DayMs, false};
}

OpenGenerate TestGenerateCandidates::lost(const TokenTablePtr &before)
{
    OpenGenerate lost;
    lost.draft = {u"ci-deploy"_s, {u"Analyst"_s}, NoTime};
    lost.before = before;
    lost.askedAt = AskedAt;
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

void TestGenerateCandidates::candidatesAreSelected_data()
{
    QTest::addColumn<Token>("token");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("issued a second later") << made(SecondMs) << false << true;
    QTest::newRow("Central's clock is behind") << made(-5 * MinuteMs) << false << true;
    QTest::newRow("Central's clock is ahead") << made(9 * MinuteMs) << false << true;
    QTest::newRow("slow answer, Central's clock is ahead")
        << made(MinuteMs + 9 * MinuteMs) << false << true;
    QTest::newRow("an hour after the loss") << made(HourMs) << false << false;
    QTest::newRow("an hour old") << made(-HourMs) << false << false;
    QTest::newRow("was listed before") << made(SecondMs) << true << false;
    Token token = made(SecondMs);
    token.name = u"CI-deploy"_s;
    QTest::newRow("another name") << token << false << false;
    token = made(SecondMs);
    token.revoked = true;
    QTest::newRow("revoked") << token << false << false;
    token = made(SecondMs);
    token.issuedAt = NoTime;
    QTest::newRow("no issue time") << token << false << false;
    token = made(SecondMs);
    token.roles = {u"Admin"_s};
    QTest::newRow("other roles") << token << false << true;
}

void TestGenerateCandidates::candidatesAreSelected()
{
    QFETCH(Token, token);
    QFETCH(bool, known);
    QFETCH(bool, isOne);
    const auto table = tableOf({token});
    const auto before = tableOf(known ? QList<Token>{token} : QList<Token>{});
    const auto candidates = generateCandidates(*table, lost(before));
    QCOMPARE(idsOf(candidates), isOne ? QStringList{token.id} : QStringList{});
    if (isOne)
        QCOMPARE(candidates.first().sameRoles, token.roles == lost().draft.roles);
}

void TestGenerateCandidates::likeliestIsFirst()
{
    Token otherRoles = made(0, u"other roles"_s);
    otherRoles.roles = {u"Analyst"_s, u"Admin"_s};
    const auto table =
        tableOf({made(5 * MinuteMs, u"later"_s), otherRoles, made(2 * SecondMs, u"at once"_s)});
    QCOMPARE(idsOf(generateCandidates(*table, lost())),
             (QStringList{u"at once"_s, u"later"_s, u"other roles"_s}));
}

void TestGenerateCandidates::atMostFiveCandidates()
{
    QList<Token> tokens;
    for (int i = 0; i < 9; ++i)
        tokens.append(made(i * SecondMs, QString::number(i)));
    QCOMPARE(idsOf(generateCandidates(*tableOf(tokens), lost())),
             (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void TestGenerateCandidates::excludedTokensDoNotCount()
{
    QList<Token> tokens;
    for (int i = 0; i < 7; ++i)
        tokens.append(made(i * SecondMs, QString::number(i)));
    OpenGenerate asked = lost();
    asked.ruledOut = {u"0"_s, u"2"_s};
    QCOMPARE(idsOf(generateCandidates(*tableOf(tokens), asked)),
             (QStringList{u"1"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
}

QTEST_GUILESS_MAIN(TestGenerateCandidates)
#include "tst_generatecandidates.moc"
