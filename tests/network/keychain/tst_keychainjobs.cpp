// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainjobs.h"
#include "network/keychain/keychainwork.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/hangingprompter.h"
#include "tests/support/keyring.h"
#include "tests/support/memoryscan.h"
#include "tests/support/stricttest.h"

#include <QTest>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Begin = Keyring::Begin;

/// What QtKeychain says of itself, right or wrong: why KeychainStore does not believe it.
class TestKeychainJobs : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writtenSecretReadsBack();
    void lockedEntryIsReportedAbsent();
    void removalOfALockedEntryIsReportedDone();
    void killedServiceFails();
    void restartedServiceNeedsANewConnection();
    void stuckJobRefusesTheNext();
    void destroyedWhileStuck();
    void secretIsWiped();

private:
    void write(KeychainJobs &jobs, const QByteArray &bytes);

    std::unique_ptr<PrivateBus> m_bus;
    LibsecretConnection m_session;
    QString m_service = u"Rox Tokens"_s;
    QString m_key;
};

void TestKeychainJobs::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isUp(), qPrintable(m_bus->why()));
    m_bus->use();
}

void TestKeychainJobs::init()
{
    StrictTest::init();
    m_bus->clearHome();
    m_session.follow(QUuid::createUuid().toString()); // each test has a service of its own
    m_key = QUuid::createUuid().toString();
}

void TestKeychainJobs::write(KeychainJobs &jobs, const QByteArray &bytes)
{
    CaughtFromKeychain<Secret> written;
    jobs.write(m_key, Secret(bytes), this, written.handler());
    QCOMPARE(written.calls, 0);
    QTRY_COMPARE(written.outcome(), u"success"_s);
}

void TestKeychainJobs::writtenSecretReadsBack()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    QVERIFY2(keyring.isUp(), qPrintable(keyring.why()));
    KeychainJobs jobs(m_service, 15s);
    write(jobs, "value");
    CaughtFromKeychain<Secret> read;
    jobs.read(m_key, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"success"_s);
    QCOMPARE(read.result->value().view(), QByteArrayView("value"));
    QVERIFY(!jobs.isStuck());
}

void TestKeychainJobs::lockedEntryIsReportedAbsent()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainJobs jobs(m_service, 15s);
    write(jobs, "value");
    QVERIFY(keyring.lock());
    CaughtFromKeychain<Secret> read;
    jobs.read(m_key, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Absent"_s);
    QVERIFY(keyring.unlock());
    QVERIFY(!keyring.lookUp(m_service, m_key).isEmpty());
}

void TestKeychainJobs::removalOfALockedEntryIsReportedDone()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainJobs jobs(m_service, 15s);
    write(jobs, "value");
    QVERIFY(keyring.lock());
    CaughtFromKeychain<Secret> removed;
    jobs.remove(m_key, this, removed.handler());
    QTRY_COMPARE(removed.outcome(), u"success"_s);
    QVERIFY(keyring.unlock());
    QVERIFY(!keyring.lookUp(m_service, m_key).isEmpty());
}

void TestKeychainJobs::killedServiceFails()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainJobs jobs(m_service, 15s);
    write(jobs, "value");
    keyring.stop();
    CaughtFromKeychain<Secret> read;
    jobs.read(m_key, this, read.handler());
    keyring.kill();
    QTRY_COMPARE(read.outcome(), u"Failed"_s);
}

void TestKeychainJobs::restartedServiceNeedsANewConnection()
{
    KeychainJobs jobs(m_service, 15s);
    {
        const Keyring keyring(*m_bus, Begin::Unlocked);
        write(jobs, "value");
    }
    const Keyring keyring(*m_bus, Begin::Unlocked);
    CaughtFromKeychain<Secret> clinging;
    jobs.read(m_key, this, clinging.handler());
    QTRY_COMPARE(clinging.outcome(), u"Failed"_s);
    m_session.follow(u"another"_s);
    CaughtFromKeychain<Secret> read;
    jobs.read(m_key, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"success"_s);
}

void TestKeychainJobs::stuckJobRefusesTheNext()
{
    HangingPrompter prompter(*m_bus);
    Keyring keyring(*m_bus, Begin::Unlocked, prompter.name());
    KeychainJobs patient(m_service, 15s);
    write(patient, "value");
    KeychainJobs jobs(m_service, 300ms);
    QVERIFY(keyring.lock());
    CaughtFromKeychain<Secret> prompted;
    jobs.read(m_key, this, prompted.handler());
    QTRY_COMPARE(prompted.outcome(), u"TimedOut"_s);
    QVERIFY(jobs.isStuck());

    // The keyring is well by now, and yet QtKeychain would start nothing.
    QVERIFY(keyring.unlock());
    SecretService service(m_service, 15s);
    KeychainRead read({service, jobs, m_session}, m_key);
    CaughtFromKeychain<Secret> refused;
    read.start(refused.handler());
    QTRY_COMPARE(refused.outcome(), u"TimedOut"_s);
    QVERIFY2(refused.detail().contains(u"earlier call"_s), qPrintable(refused.detail()));

    prompter.refuse();
    QTRY_VERIFY(!jobs.isStuck());
    QCOMPARE(prompted.calls, 1);
    CaughtFromKeychain<Secret> after;
    patient.read(m_key, this, after.handler());
    QTRY_COMPARE(after.outcome(), u"success"_s);
}

void TestKeychainJobs::destroyedWhileStuck()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainJobs patient(m_service, 15s);
    write(patient, "value");
    auto jobs = std::make_unique<KeychainJobs>(m_service, 300ms);
    keyring.stop();
    CaughtFromKeychain<Secret> hung;
    jobs->read(m_key, this, hung.handler());
    QTRY_COMPARE(hung.outcome(), u"TimedOut"_s);
    CaughtFromKeychain<Secret> running;
    jobs = std::make_unique<KeychainJobs>(m_service, 15s);
    jobs->read(m_key, this, running.handler()); // queued by QtKeychain behind the first
    jobs.reset();
    keyring.proceed();
    CaughtFromKeychain<Secret> read;
    patient.read(m_key, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"success"_s); // both before it have come back by now
    QCOMPARE(hung.calls, 1);
    QCOMPARE(running.calls, 0);
}

void TestKeychainJobs::secretIsWiped()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainJobs jobs(m_service, 15s);
    const HiddenText canary = HiddenText::random(256);
    Secret secret = [&] {
        QByteArray bytes(canary.size(), Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = canary.at(i);
        return Secret::take(std::move(bytes));
    }();
    QCOMPARE(canary.occurrences(), 1);
    CaughtFromKeychain<Secret> written;
    jobs.write(m_key, secret, this, written.handler());
    QTRY_COMPARE(written.outcome(), u"success"_s);
    QTRY_COMPARE(canary.occurrences(), 1);
    CaughtFromKeychain<Secret> read;
    jobs.read(m_key, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"success"_s);
    QTRY_COMPARE(canary.occurrences(), 2);
    read.result.reset();
    secret.wipe();
    QCOMPARE(canary.occurrences(), 0);
}

QTEST_GUILESS_MAIN(TestKeychainJobs)
#include "tst_keychainjobs.moc"
