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

namespace {

/// A locked keyring with an unlock() whose prompt is open, and a user who does not answer it.
class OpenPrompt
{
public:
    explicit OpenPrompt(const PrivateBus &bus)
        : prompter(bus)
        , keyring(bus, Begin::Unlocked, prompter.name())
    {}

    [[nodiscard]] bool open(QObject *caller)
    {
        if (!keyring.lock())
            return false;
        store->unlock(caller, unlocked.handler());
        return QTest::qWaitFor([this] { return promptCount() == 1; });
    }
    [[nodiscard]] qsizetype promptCount() const
    {
        return prompter.calls().count(u"BeginPrompting"_s);
    }
    /// What probe() says: the service has not crashed.
    [[nodiscard]] QString probed()
    {
        CaughtFromKeychain<void> probed;
        store->probe(store.get(), probed.handler());
        (void)QTest::qWaitFor([&probed] { return probed.calls > 0; });
        return probed.outcome();
    }

    HangingPrompter prompter;
    Keyring keyring;
    std::unique_ptr<KeychainStore> store = std::make_unique<KeychainStore>();
    CaughtFromKeychain<void> unlocked;
};

} // namespace

class TestKeychainUnlock : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void unlockedAlreadyIsSuccess();
    void promptThatCannotBeShownIsDenied_data();
    void promptThatCannotBeShownIsDenied();
    void cancelledWaitIsDenied();
    void cancelEndsOneCallersWait();
    void readsGoOnDuringAPrompt();
    void unlockByAnotherProgramIsNoticed();
    void endOfTheServiceEndsTheWait();
    void deadCallerIsNotCalled();
    void storeMayBeDestroyedByAHandler();

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
    StrictTest::init();
    m_bus->clearHome();
}

void TestKeychainUnlock::unlockedAlreadyIsSuccess()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QCOMPARE(unlocked.calls, 0);
    QTRY_COMPARE(unlocked.outcome(), u"success"_s);
}

void TestKeychainUnlock::promptThatCannotBeShownIsDenied_data()
{
    QTest::addColumn<bool>("hasCollection");
    QTest::newRow("to unlock") << true;
    QTest::newRow("to make a collection") << false;
}

void TestKeychainUnlock::promptThatCannotBeShownIsDenied()
{
    QFETCH(bool, hasCollection);
    Keyring keyring(*m_bus, hasCollection ? Begin::Unlocked : Begin::AsFound);
    QVERIFY(!hasCollection || keyring.lock());
    KeychainStore store;
    CaughtFromKeychain<void> unlocked;
    store.unlock(this, unlocked.handler());
    QTRY_COMPARE(unlocked.outcome(), u"Denied"_s);
}

void TestKeychainUnlock::cancelledWaitIsDenied()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    QCOMPARE(prompt.unlocked.calls, 0);
    prompt.store->cancelUnlock(this);
    QCOMPARE(prompt.unlocked.calls, 0); // not from inside
    QTRY_COMPARE(prompt.unlocked.outcome(), u"Denied"_s);
    prompt.store->cancelUnlock(this); // nothing is left to cancel
    QCOMPARE(prompt.probed(), u"Locked"_s);
    QCOMPARE(prompt.unlocked.calls, 1);
}

void TestKeychainUnlock::cancelEndsOneCallersWait()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    QObject other;
    CaughtFromKeychain<void> others;
    prompt.store->unlock(&other, others.handler());
    prompt.store->cancelUnlock(this);
    QTRY_COMPARE(prompt.unlocked.outcome(), u"Denied"_s);
    QCOMPARE(others.calls, 0);
    QVERIFY(prompt.keyring.unlock());
    prompt.prompter.refuse();
    QTRY_COMPARE(others.outcome(), u"success"_s);
    QCOMPARE(prompt.promptCount(), 1); // both waited for one prompt
}

void TestKeychainUnlock::readsGoOnDuringAPrompt()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    CaughtFromKeychain<Secret> read;
    prompt.store->read(QUuid::createUuid().toString(), this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Locked"_s);
    QCOMPARE(prompt.unlocked.calls, 0);
}

void TestKeychainUnlock::unlockByAnotherProgramIsNoticed()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    QVERIFY(prompt.keyring.unlock());
    prompt.prompter.refuse();
    QTRY_COMPARE(prompt.unlocked.outcome(), u"success"_s);
    QCOMPARE(prompt.unlocked.calls, 1);
}

void TestKeychainUnlock::endOfTheServiceEndsTheWait()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    prompt.keyring.kill();
    QTRY_COMPARE(prompt.unlocked.outcome(), u"NoService"_s);
}

void TestKeychainUnlock::deadCallerIsNotCalled()
{
    OpenPrompt prompt(*m_bus);
    auto caller = std::make_unique<QObject>();
    QVERIFY(prompt.open(caller.get()));
    caller.reset();
    QCOMPARE(prompt.probed(), u"Locked"_s);
    QCOMPARE(prompt.unlocked.calls, 0);
}

void TestKeychainUnlock::storeMayBeDestroyedByAHandler()
{
    OpenPrompt prompt(*m_bus);
    QVERIFY(prompt.open(this));
    int calls = 0;
    for (int i = 0; i < 2; ++i) {
        prompt.store->unlock(&prompt.prompter, [&](const KeychainResult<void> &result) {
            ++calls;
            QVERIFY(!result);
            prompt.store.reset();
        });
    }
    prompt.store->cancelUnlock(&prompt.prompter);
    QCOMPARE(calls, 0);
    QTRY_VERIFY(!prompt.store);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
    QCOMPARE(prompt.unlocked.calls, 0);
}

QTEST_GUILESS_MAIN(TestKeychainUnlock)
#include "tst_keychainunlock.moc"
