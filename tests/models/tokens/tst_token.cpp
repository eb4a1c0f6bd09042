// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/token.h"

#include <QTest>

using namespace rox;

class TestToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusFollowsExpiryAndRevocation_data();
    void statusFollowsExpiryAndRevocation();
    void statusOfAToken();
};

void TestToken::statusFollowsExpiryAndRevocation_data()
{
    QTest::addColumn<UtcMs>("expiresAt");
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<UtcMs>("window");
    QTest::addColumn<TokenStatus>("status");
    constexpr UtcMs now = 1787393730000;
    const UtcMs window = DefaultExpiringWindow;
    const auto row = [&](const char *what, UtcMs expires, bool revoked, TokenStatus status) {
        QTest::newRow(what) << expires << revoked << window << status;
    };
    row("far", now + 365 * DayMs, false, TokenStatus::Active);
    row("just outside", now + window + 1, false, TokenStatus::Active);
    row("edge of the window", now + window, false, TokenStatus::Expiring);
    row("last millisecond", now + 1, false, TokenStatus::Expiring);
    row("now", now, false, TokenStatus::Expired);
    row("past", now - DayMs, false, TokenStatus::Expired);
    row("before the epoch", -DayMs, false, TokenStatus::Expired);
    row("year 1", -62135596800000, false, TokenStatus::Expired);
    row("year 9999", 253402300799000, false, TokenStatus::Active);
    row("no expiration", NoTime, false, TokenStatus::Active);
    row("revoked", now + DayMs, true, TokenStatus::Revoked);
    row("revoked and expired", now - DayMs, true, TokenStatus::Revoked);
    row("revoked without expiration", NoTime, true, TokenStatus::Revoked);
    QTest::newRow("no window") << now + 1 << false << UtcMs(0) << TokenStatus::Active;
    QTest::newRow("a year's window")
        << now + 365 * DayMs << false << 365 * DayMs << TokenStatus::Expiring;
}

void TestToken::statusFollowsExpiryAndRevocation()
{
    QFETCH(UtcMs, expiresAt);
    QFETCH(bool, revoked);
    QFETCH(UtcMs, window);
    QTEST(statusAt(expiresAt, revoked, 1787393730000, window), "status");
}

void TestToken::statusOfAToken()
{
    Token token;
    token.expiresAt = 1000;
    QCOMPARE(statusAt(token, 999), TokenStatus::Expiring);
    QCOMPARE(statusAt(token, 1000), TokenStatus::Expired);
    token.revoked = true;
    QCOMPARE(statusAt(token, 999), TokenStatus::Revoked);
}

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
