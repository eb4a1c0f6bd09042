// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/windowfixture.h"
#include "ui/window/offlinemessages.h"

#include <QMetaEnum>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestOfflineMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offlineBarHasTheTimeOfTheList();
    void everyKeychainStateHasAPage();
    void everyStandingHasTexts();
    void revokedOwnTokenIsExplained();
    void failedReadDoesNotForbidWriting();
};

void TestOfflineMessages::offlineBarHasTheTimeOfTheList()
{
    ApiError refused;
    refused.kind = ApiError::Kind::ConnectionRefused;
    const Message today =
        staleListBar(refused, u"prod\u202Eeu"_s, testing::Now - HourMs, testing::Now);
    QCOMPARE(today.lead, u"prod⟨U+202E⟩eu cannot be reached: connection refused."_s);
    QVERIFY2(today.text.startsWith(u"This is the list as of 07:42, "_s), qPrintable(today.text));
    QVERIFY(today.text.endsWith(u", for reading only."_s));
    const Message older = staleListBar(refused, u"x"_s, testing::Now - 3 * DayMs, testing::Now);
    QVERIFY2(older.text.contains(u"as of 22 Aug, 08:42"_s), qPrintable(older.text));
    const Message yesterday =
        staleListBar(refused, u"x"_s, testing::Now - DayMs, testing::Now, u"Tried at 09:00."_s);
    QVERIFY2(yesterday.text.contains(u"as of yesterday, 08:42, "_s), qPrintable(yesterday.text));
    QVERIFY(yesterday.text.endsWith(u", for reading only. Tried at 09:00."_s));
    QCOMPARE(stateLine(Standing::Unreachable, testing::Now - HourMs, testing::Now).text,
             u"Offline since 07:42"_s);
    const ServerFacts facts = factsIn(Standing::Unreachable, testing::believableServer());
    QCOMPARE(facts.notSignedIn, u"Offline"_s);
    QVERIFY(facts.certificate.isEmpty() && !facts.credential.isEmpty());
    QVERIFY(!older.closable); // it is true as long as the list is old
}

void TestOfflineMessages::everyKeychainStateHasAPage()
{
    const auto states = QMetaEnum::fromType<KeychainState>();
    for (int i = 0; i < states.keyCount(); ++i) {
        const auto state = KeychainState(states.value(i));
        const EmptyPageContent page = keychainPage(state, u"prod-eu"_s);
        QVERIFY2(!page.symbol.isEmpty() && !page.heading.isEmpty(), states.key(i));
        // A way around alone would stand in the place of the way on.
        QVERIFY2(page.secondary.isEmpty() || !page.primary.isEmpty(), states.key(i));
    }
}

void TestOfflineMessages::everyStandingHasTexts()
{
    const ServerFacts known = testing::believableServer();
    const UtcMs now = testing::Now;
    QCOMPARE(factsIn(Standing::Connected, known), known);
    QVERIFY(stateLine(Standing::Connected, NoTime, now).text.isEmpty());
    QVERIFY(offlineReason(Standing::Connected, u"x"_s).isEmpty());
    QVERIFY(ownTokenNote(Standing::Connected, NoTime, now, now).isEmpty());
    const struct
    {
        Standing standing;
        ApiError::Kind kind;
        StateTone tone;
        Severity severity;
    } cases[] = {
        {Standing::Unreachable, ApiError::Kind::TimedOut, StateTone::Plain, Severity::Caution},
        {Standing::CertificateChanged, ApiError::Kind::CertificateChanged, StateTone::Bad,
         Severity::Bad},
        {Standing::CertificateRefused, ApiError::Kind::CertificateRefused, StateTone::Bad,
         Severity::Bad},
        {Standing::CredentialRefused, ApiError::Kind::Unauthenticated, StateTone::Caution,
         Severity::Caution},
    };
    for (const auto &[standing, kind, tone, severity] : cases) {
        QCOMPARE(standingAfter(kind), standing);
        const StateLine line = stateLine(standing, now - HourMs, now);
        QVERIFY(!line.text.isEmpty());
        QCOMPARE(line.tone, tone);
        const ServerFacts facts = factsIn(standing, known);
        QVERIFY(!facts.notSignedIn.isEmpty());
        // A shield with a tick beside a certificate that is not trusted would be a lie.
        QCOMPARE(facts.certificateStyle.symbol == u"alarm"_s, tone == StateTone::Bad);
        QVERIFY(offlineReason(standing, u"prod-eu"_s).contains(u"prod-eu"_s));
        QVERIFY(!ownTokenNote(standing, now - HourMs, now - 2 * HourMs, now).isEmpty());
        ApiError error;
        error.kind = kind;
        const Message bar = staleListBar(error, u"prod-eu"_s, now - HourMs, now);
        QCOMPARE(bar.severity, severity);
        QCOMPARE(bar.symbol == u"offline"_s, standing == Standing::Unreachable);
        QVERIFY2(bar.lead.contains(u"prod-eu"_s), qPrintable(bar.lead));
        QVERIFY(bar.text.contains(u"for reading only"_s));
        QVERIFY(!bar.closable);
    }
}

void TestOfflineMessages::revokedOwnTokenIsExplained()
{
    const UtcMs now = testing::Now;
    const Message atOnce = ownTokenRevokedBar(u"prod-eu"_s, now - 10 * SecondMs, now, now);
    QCOMPARE(atOnce.lead, u"You revoked the token you were signed in with."_s);
    QVERIFY2(atOnce.text.startsWith(u"prod-eu refuses it since 08:4"_s), qPrintable(atOnce.text));
    const Message later = ownTokenRevokedBar(u"prod-eu"_s, now - MinuteMs * 5, now - HourMs, now);
    QVERIFY2(later.text.endsWith(u"The list is as of 07:42, for reading only."_s),
             qPrintable(later.text));
    QVERIFY(ownTokenNote(Standing::OwnTokenRevoked, now - HourMs, now, now)
                .endsWith(u"until 07:42."_s));
}

void TestOfflineMessages::failedReadDoesNotForbidWriting()
{
    ApiError busy;
    busy.kind = ApiError::Kind::Unavailable;
    const Message bar = staleListBar(busy, u"x"_s, testing::Now - HourMs, testing::Now, u"More."_s);
    QCOMPARE(bar.symbol, u"warning"_s);
    QVERIFY(!bar.text.contains(u"reading only"_s));
    QVERIFY(bar.text.endsWith(u" More."_s));
}

QTEST_GUILESS_MAIN(TestOfflineMessages)
#include "tst_offlinemessages.moc"
