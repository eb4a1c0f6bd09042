// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/window/windowfixture.h"
#include "ui/readingonly.h"

#include <QMetaEnum>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestReadingOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offlineSaysHowOldTheListIs();
    void lockedOffersTheKeyAndTheWayAround();
    void everyStateHasItsPage();
};

void TestReadingOnly::offlineSaysHowOldTheListIs()
{
    ApiError refused;
    refused.kind = ApiError::Kind::ConnectionRefused;
    const Message today =
        offlineBar(refused, u"prod\u202Eeu"_s, testing::Now - HourMs, testing::Now);
    QCOMPARE(today.lead, u"prod⟨U+202E⟩eu cannot be reached: connection refused."_s);
    QVERIFY2(today.text.startsWith(u"This is the list as of 07:42, "_s), qPrintable(today.text));
    QVERIFY(today.text.endsWith(u", for reading only."_s));
    const Message older = offlineBar(refused, u"x"_s, testing::Now - 3 * DayMs, testing::Now);
    QVERIFY2(older.text.contains(u"as of 22 Aug, 08:42"_s), qPrintable(older.text));
    const Message yesterday =
        offlineBar(refused, u"x"_s, testing::Now - DayMs, testing::Now, u"Tried at 09:00."_s);
    QVERIFY2(yesterday.text.contains(u"as of yesterday, 08:42, "_s), qPrintable(yesterday.text));
    QVERIFY(yesterday.text.endsWith(u", for reading only. Tried at 09:00."_s));
    QCOMPARE(offlineState(testing::Now - HourMs, testing::Now), u"Offline since 07:42"_s);
    const ServerFacts facts = offlineFacts(testing::believableServer());
    QCOMPARE(facts.notSignedIn, u"Offline"_s);
    QVERIFY(facts.certificate.isEmpty() && !facts.credential.isEmpty());
    QVERIFY(!older.closable); // it is true as long as the list is old
    QCOMPARE(offlinePage(refused, u"x"_s).heading, u"x cannot be reached: connection refused."_s);
}

void TestReadingOnly::lockedOffersTheKeyAndTheWayAround()
{
    const Message bar =
        keychainBar(KeychainState::Locked, u"prod-eu"_s, testing::Now - HourMs, testing::Now);
    QCOMPARE(bar.actions, (QStringList{u"Unlock…"_s, u"Sign in without it…"_s}));
    QCOMPARE(bar.severity, Severity::Caution);
    QVERIFY(bar.text.contains(u"for reading only"_s));
    const Message bare = keychainBar(KeychainState::Locked, u"prod-eu"_s, NoTime, testing::Now);
    QCOMPARE(bare.text, u"Your credential for prod-eu is still in it."_s);
}

void TestReadingOnly::everyStateHasItsPage()
{
    const auto states = QMetaEnum::fromType<KeychainState>();
    for (int i = 0; i < states.keyCount(); ++i) {
        const auto state = KeychainState(states.value(i));
        const EmptyStateContent page = keychainPage(state, u"prod-eu"_s);
        QVERIFY2(!page.symbol.isEmpty() && !page.heading.isEmpty(), states.key(i));
        // A way around alone would stand in the place of the way on.
        QVERIFY2(page.secondary.isEmpty() || !page.primary.isEmpty(), states.key(i));
    }
}

QTEST_GUILESS_MAIN(TestReadingOnly)
#include "tst_readingonly.moc"
