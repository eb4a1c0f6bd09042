// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainstore.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/hangingprompter.h"
#include "tests/support/keyring.h"
#include "tests/support/stricttest.h"

#include <QTest>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Begin = Keyring::Begin;

/// On Plasma QtKeychain may store secrets in KWallet, so an item that the Secret Service lacks is
/// not proven absent. Without a kwalletd QtKeychain uses libsecret here too.
class TestKeychainElsewhere : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writeReadAndForgetSucceed();
    void lockedIsNotMissing();
    void ourLockedItemIsUnlocked();
    void keyringWithoutOurItemsStaysLocked();
    void entriesCannotBeListed();

private:
    std::unique_ptr<PrivateBus> m_bus;
    QString m_mine;
};

void TestKeychainElsewhere::initTestCase()
{
    for (const char *name : {"SECRET_BACKEND", "SNAP_NAME", "DISPLAY"})
        qunsetenv(name);
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isUp(), qPrintable(m_bus->why()));
    m_bus->use();
}

void TestKeychainElsewhere::init()
{
    StrictTest::init();
    m_bus->clearHome();
    m_mine = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TestKeychainElsewhere::writeReadAndForgetSucceed()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<Secret> before;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<void> again;
    CaughtFromKeychain<Secret> after;
    store.read(m_mine, this, before.handler());
    store.write(m_mine, Secret{QByteArrayView("value")}, this, written.handler());
    store.read(m_mine, this, read.handler());
    store.forget(m_mine, this, forgotten.handler());
    store.forget(m_mine, this, again.handler());
    store.read(m_mine, this, after.handler());
    QTRY_COMPARE(after.outcome(), u"Absent"_s);
    QCOMPARE(before.outcome(), u"Absent"_s);
    QCOMPARE(written.outcome(), u"success"_s);
    QCOMPARE(read.outcome(), u"success"_s);
    QCOMPARE(read.result->value().view(), QByteArrayView("value"));
    QCOMPARE(forgotten.outcome(), u"success"_s);
    QCOMPARE(again.outcome(), u"success"_s);
}

void TestKeychainElsewhere::lockedIsNotMissing()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<void> written;
    store.write(m_mine, Secret{QByteArrayView("value")}, this, written.handler());
    QTRY_COMPARE(written.outcome(), u"success"_s);
    QVERIFY(keyring.lock());
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> overwritten;
    CaughtFromKeychain<void> forgotten;
    store.read(m_mine, this, read.handler());
    store.write(m_mine, Secret{QByteArrayView("other")}, this, overwritten.handler());
    store.forget(m_mine, this, forgotten.handler());
    QTRY_COMPARE(read.outcome(), u"Locked"_s);
    QTRY_COMPARE(overwritten.outcome(), u"Locked"_s);
    QTRY_COMPARE(forgotten.outcome(), u"Locked"_s);
    // A failed unlock is none.
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
}

void TestKeychainElsewhere::ourLockedItemIsUnlocked()
{
    HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    KeychainStore store;
    CaughtFromKeychain<void> written;
    store.write(m_mine, Secret{QByteArrayView("value")}, this, written.handler());
    QTRY_COMPARE(written.outcome(), u"success"_s);
    QVERIFY(keyring.lock());
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    QCOMPARE(unlocked.calls, 0);
    store.cancelUnlock(this);
    QCOMPARE(unlocked.calls, 0);
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
    prompter.refuse();
    QVERIFY(keyring.unlock());
    CaughtFromKeychain<void> openAlready;
    store.unlock(this, openAlready.handler());
    QTRY_COMPARE(openAlready.outcome(), u"success"_s);
}

void TestKeychainElsewhere::keyringWithoutOurItemsStaysLocked()
{
    const HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    QVERIFY(keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    CaughtFromKeychain<void> cancelled;
    store.unlock(this, unlocked.handler());
    store.unlock(this, cancelled.handler());
    store.cancelUnlock(this);
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
    QTRY_COMPARE(cancelled.outcome(), u"Denied"_s);
    CaughtFromKeychain<void> after;
    store.unlock(this, after.handler());
    QTRY_COMPARE(after.outcome(), u"success"_s);
    QCOMPARE(prompter.calls(), QStringList()); // somebody else's keyring stays shut
}

/// The items here may be few of many: the others are in KWallet.
void TestKeychainElsewhere::entriesCannotBeListed()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<QList<KeptKey>> listed;
    store.keys(this, listed.handler());
    QTRY_COMPARE(listed.outcome(), u"NoService"_s);
}

QTEST_GUILESS_MAIN(TestKeychainElsewhere)
#include "tst_keychainelsewhere.moc"
