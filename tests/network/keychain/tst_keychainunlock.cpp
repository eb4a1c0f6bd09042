// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainstore.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/hangingprompter.h"
#include "tests/support/keyring.h"

#include <QTest>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Begin = Keyring::Begin;

class TestKeychainUnlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void openAlready();
    void nobodyToPrompt_data();
    void nobodyToPrompt();
    void cancelled();
    void readsGoOnWhileItPrompts();
    void openedElsewhereWhileItPrompts();
    void serviceEndsWhileItPrompts();
    void contextDiesWhileItPrompts();
    void destroyedByTheHandlerOfACancel();

private:
    std::unique_ptr<PrivateBus> m_bus;
};

void TestKeychainUnlock::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isUp(), qPrintable(m_bus->why()));
    m_bus->use();
}

void TestKeychainUnlock::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bus->clearHome();
}

void TestKeychainUnlock::openAlready()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QCOMPARE(unlocked.calls, 0);
    QTRY_COMPARE(unlocked.outcome(), u"success"_s);
}

void TestKeychainUnlock::nobodyToPrompt_data()
{
    QTest::addColumn<bool>("hasCollection");
    QTest::newRow("to unlock") << true;
    QTest::newRow("to make a collection") << false;
}

void TestKeychainUnlock::nobodyToPrompt()
{
    QFETCH(bool, hasCollection);
    Keyring keyring(*m_bus, hasCollection ? Begin::Unlocked : Begin::AsFound);
    QVERIFY(!hasCollection || keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
}

void TestKeychainUnlock::cancelled()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    QCOMPARE(unlocked.calls, 0);
    store.cancelUnlock();
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
    store.cancelUnlock(); // nothing left to cancel
    CaughtFromKeychain<void> probed;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"Locked"_s); // alive: dismissing would have ended it
    QCOMPARE(unlocked.calls, 1);
}

void TestKeychainUnlock::readsGoOnWhileItPrompts()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    CaughtFromKeychain<Secret> read;
    store.read(QUuid::createUuid().toString(), this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Locked"_s);
    QCOMPARE(unlocked.calls, 0);
}

void TestKeychainUnlock::openedElsewhereWhileItPrompts()
{
    HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    QVERIFY(keyring.unlock());
    prompter.refuse();
    QTRY_COMPARE(unlocked.outcome(), u"success"_s);
    QCOMPARE(unlocked.calls, 1);
}

void TestKeychainUnlock::serviceEndsWhileItPrompts()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    keyring.kill();
    QTRY_COMPARE(unlocked.outcome(), u"NoService"_s);
}

void TestKeychainUnlock::contextDiesWhileItPrompts()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    auto context = std::make_unique<QObject>();
    CaughtFromKeychain<void> unlocked;
    store.unlock(context.get(), unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    context.reset();
    store.cancelUnlock();
    CaughtFromKeychain<void> probed;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"Locked"_s);
    QCOMPARE(unlocked.calls, 0);
}

void TestKeychainUnlock::destroyedByTheHandlerOfACancel()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    auto store = std::make_unique<KeychainStore>();
    int calls = 0;
    for (int i = 0; i < 2; ++i) {
        store->unlock(this, [&](const KeychainResult<void> &result) {
            ++calls;
            QVERIFY(!result);
            store.reset();
        });
    }
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    store->cancelUnlock();
    QCOMPARE(calls, 0);
    QTRY_VERIFY(!store);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(TestKeychainUnlock)
#include "tst_keychainunlock.moc"
