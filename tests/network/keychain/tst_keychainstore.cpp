// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainstore.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/keyring.h"
#include "tests/support/stricttest.h"

#include <QDirIterator>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Begin = Keyring::Begin;

class TestKeychainStore : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writtenSecretReadsBack_data();
    void writtenSecretReadsBack();
    void secondWriteReplaces();
    void twoKeysKeepTwoSecrets();
    void unknownKeyIsAbsent();
    void tooLargeSecretIsRefused();
    void forgottenSecretIsGone();
    void lockedIsNotMissing();
    void lockedKeyringOfAnEarlierLoginIsLocked();
    void missingCollectionIsSaid();
    void worksAgainAfterAHang();
    void queuedWriteIsTriedAfterATimeout();
    void killedServiceIsNoService();
    void restartedServiceIsUsed();
    void deadContextIsNotCalled();
    void destroyedStoreCallsNobody();
    void storeMayBeDestroyedByAHandler();
    void secretIsInNoOtherFile();
    void unlockedKeysAreListed();

private:
    static Secret secret(const QByteArray &bytes) { return Secret(bytes); }
    /// Each ends the test if it does not succeed.
    void write(KeychainStore &store, const QString &key, const QByteArray &bytes);
    void expectKept(KeychainStore &store, const QString &key, const QByteArray &bytes);

    std::unique_ptr<PrivateBus> m_bus;
    QString m_mine;
};

void TestKeychainStore::initTestCase()
{
    for (const char *name : {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION",
                             "SECRET_BACKEND", "SNAP_NAME", "DISPLAY"})
        qunsetenv(name);
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isUp(), qPrintable(m_bus->why()));
}

void TestKeychainStore::init()
{
    StrictTest::init();
    m_bus->clearHome();
    m_bus->use();
    m_mine = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TestKeychainStore::write(KeychainStore &store, const QString &key, const QByteArray &bytes)
{
    CaughtFromKeychain<void> written;
    store.write(key, secret(bytes), this, written.handler());
    QCOMPARE(written.calls, 0); // never from inside
    QTRY_VERIFY(written.calls > 0);
    QVERIFY2(written.succeeded(), qPrintable(written.outcome() % u' ' % written.detail()));
}

void TestKeychainStore::expectKept(KeychainStore &store, const QString &key,
                                   const QByteArray &bytes)
{
    CaughtFromKeychain<Secret> read;
    store.read(key, this, read.handler());
    QCOMPARE(read.calls, 0);
    QTRY_VERIFY(read.calls > 0);
    QVERIFY2(read.succeeded(), qPrintable(read.outcome() % u' ' % read.detail()));
    QCOMPARE(read.result->value().view(), QByteArrayView(bytes));
}

void TestKeychainStore::writtenSecretReadsBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("token") << QByteArray("eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
    QTest::newRow("not ASCII") << QByteArray("gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x94\x91");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x80");
    QTest::newRow("NUL") << QByteArray("a\0b\0", 4);
    QTest::newRow("newline") << QByteArray(" value\r\n");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("2 KB") << QByteArray(2048, 'x');
    QTest::newRow("64 KiB") << QByteArray(64 * 1024, 'y');
}

void TestKeychainStore::writtenSecretReadsBack()
{
    QFETCH(QByteArray, bytes);
    const Keyring keyring(*m_bus, Begin::Unlocked);
    QVERIFY2(keyring.isUp(), qPrintable(keyring.why()));
    KeychainStore store;
    write(store, m_mine, bytes);
    const QString key = "io.github.roxtokens.RoxTokens/"_L1 % m_mine;
    QCOMPARE(QByteArray::fromBase64(keyring.lookUp(u"Rox Tokens"_s, key)), bytes);
    expectKept(store, m_mine, bytes);
    KeychainStore another; // the next start of the program
    expectKept(another, m_mine, bytes);
}

void TestKeychainStore::secondWriteReplaces()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, "the first, which is longer");
    write(store, m_mine, "second");
    expectKept(store, m_mine, "second");
}

void TestKeychainStore::twoKeysKeepTwoSecrets()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    const QString other = QUuid::createUuid().toString();
    write(store, m_mine, "mine");
    write(store, other, "other");
    expectKept(store, m_mine, "mine");
    CaughtFromKeychain<void> forgotten;
    store.forget(m_mine, this, forgotten.handler());
    QTRY_COMPARE(forgotten.outcome(), u"success"_s);
    expectKept(store, other, "other");
}

void TestKeychainStore::unknownKeyIsAbsent()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<void> probed;
    store.read(m_mine, this, read.handler());
    store.forget(m_mine, this, forgotten.handler());
    store.probe(this, probed.handler());
    QTRY_COMPARE(read.outcome(), u"Absent"_s);
    QTRY_COMPARE(forgotten.outcome(), u"success"_s);
    QTRY_COMPARE(probed.outcome(), u"success"_s);
}

void TestKeychainStore::tooLargeSecretIsRefused()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<void> written;
    store.write(m_mine, secret(QByteArray(KeychainStore::maxSecretBytes() + 1, 'z')), this,
                written.handler());
    QCOMPARE(written.calls, 0);
    QTRY_COMPARE(written.outcome(), u"TooLarge"_s);
    QVERIFY(keyring.lookUp(KeychainStore::serviceName(), KeychainStore::keyOf(m_mine)).isEmpty());
}

void TestKeychainStore::forgottenSecretIsGone()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, "value");
    CaughtFromKeychain<void> forgotten;
    store.forget(m_mine, this, forgotten.handler());
    QCOMPARE(forgotten.calls, 0);
    QTRY_COMPARE(forgotten.outcome(), u"success"_s);
    QVERIFY(keyring.lookUp(KeychainStore::serviceName(), KeychainStore::keyOf(m_mine)).isEmpty());
    CaughtFromKeychain<Secret> read;
    store.read(m_mine, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Absent"_s);
}

void TestKeychainStore::lockedIsNotMissing()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, "value");
    QVERIFY(keyring.lock());
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<Secret> absent;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<void> probed;
    store.read(m_mine, this, read.handler());
    store.read(QUuid::createUuid().toString(), this, absent.handler());
    store.write(m_mine, secret("another"), this, written.handler());
    store.forget(m_mine, this, forgotten.handler());
    store.probe(this, probed.handler());
    QTRY_COMPARE(read.outcome(), u"Locked"_s);
    QTRY_COMPARE(absent.outcome(), u"Locked"_s); // a locked keyring proves nothing absent
    QTRY_COMPARE(written.outcome(), u"Locked"_s);
    QTRY_COMPARE(forgotten.outcome(), u"Locked"_s);
    QTRY_COMPARE(probed.outcome(), u"Locked"_s);
    QVERIFY(keyring.unlock());
    expectKept(store, m_mine, "value");
}

void TestKeychainStore::lockedKeyringOfAnEarlierLoginIsLocked()
{
    {
        const Keyring keyring(*m_bus, Begin::Unlocked);
        KeychainStore store;
        write(store, m_mine, "value");
    }
    Keyring keyring(*m_bus, Begin::AsFound);
    QVERIFY2(keyring.isUp(), qPrintable(keyring.why()));
    KeychainStore store;
    CaughtFromKeychain<Secret> read;
    store.read(m_mine, this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Locked"_s);
    QVERIFY(keyring.unlock());
    expectKept(store, m_mine, "value");
}

void TestKeychainStore::missingCollectionIsSaid()
{
    const Keyring keyring(*m_bus, Begin::AsFound);
    QVERIFY2(keyring.isUp(), qPrintable(keyring.why()));
    KeychainStore store;
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<void> probed;
    store.read(m_mine, this, read.handler());
    store.write(m_mine, secret("value"), this, written.handler());
    store.forget(m_mine, this, forgotten.handler());
    store.probe(this, probed.handler());
    QTRY_COMPARE(read.outcome(), u"Absent"_s);
    QTRY_COMPARE(written.outcome(), u"NoCollection"_s);
    QTRY_COMPARE(forgotten.outcome(), u"success"_s);
    QTRY_COMPARE(probed.outcome(), u"NoCollection"_s);
}

void TestKeychainStore::worksAgainAfterAHang()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore patient;
    write(patient, m_mine, "value");
    KeychainStore store(1s);
    keyring.stop();
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> waiting;
    store.read(m_mine, this, read.handler());
    store.forget(m_mine, this, waiting.handler());
    QTRY_COMPARE(read.outcome(), u"TimedOut"_s);
    QTRY_COMPARE(waiting.outcome(), u"TimedOut"_s);
    keyring.proceed();
    expectKept(store, m_mine, "value");
}

/// The call before it timed out; what waits holds the only copy of a credential.
void TestKeychainStore::queuedWriteIsTriedAfterATimeout()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore patient;
    const QString other = QUuid::createUuid().toString();
    write(patient, other, "old");
    KeychainStore store(1s);
    keyring.stop();
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<Secret> waitingRead;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<void> forgotten;
    store.read(m_mine, this, read.handler());
    store.write(m_mine, Secret{QByteArrayView("new")}, this, written.handler());
    store.forget(other, this, forgotten.handler());
    store.read(m_mine, this, waitingRead.handler());
    QTRY_COMPARE(read.outcome(), u"TimedOut"_s);
    keyring.proceed();
    QTRY_COMPARE(waitingRead.outcome(), u"TimedOut"_s);
    QTRY_COMPARE(written.outcome(), u"success"_s);
    QTRY_COMPARE(forgotten.outcome(), u"success"_s);
    expectKept(store, m_mine, "new");
}

void TestKeychainStore::killedServiceIsNoService()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, "value");
    keyring.stop();
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> forgotten;
    store.read(m_mine, this, read.handler());
    store.forget(m_mine, this, forgotten.handler());
    QCoreApplication::processEvents();
    keyring.kill();
    QTRY_COMPARE(read.outcome(), u"NoService"_s);
    QTRY_COMPARE(forgotten.outcome(), u"NoService"_s);
}

void TestKeychainStore::restartedServiceIsUsed()
{
    KeychainStore store;
    {
        const Keyring keyring(*m_bus, Begin::Unlocked);
        write(store, m_mine, "value");
    }
    const Keyring keyring(*m_bus, Begin::Unlocked);
    expectKept(store, m_mine, "value");
}

void TestKeychainStore::deadContextIsNotCalled()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, "value");
    auto context = std::make_unique<QObject>();
    CaughtFromKeychain<Secret> dead;
    CaughtFromKeychain<Secret> after;
    store.read(m_mine, context.get(), dead.handler());
    store.read(m_mine, this, after.handler());
    QCoreApplication::processEvents();
    context.reset();
    QTRY_COMPARE(after.outcome(), u"success"_s);
    QCOMPARE(dead.calls, 0);
}

void TestKeychainStore::destroyedStoreCallsNobody()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore survivor;
    write(survivor, m_mine, "value");
    CaughtFromKeychain<Secret> orphan;
    // At every point of the way, from before the first look to after the last job.
    for (int turns = 0; turns < 60; ++turns) {
        auto store = std::make_unique<KeychainStore>();
        store->read(m_mine, this, orphan.handler());
        for (int turn = 0; turn < turns && orphan.calls == 0; ++turn)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const int before = orphan.calls;
        store.reset();
        QCoreApplication::processEvents();
        QCOMPARE(orphan.calls, before);
        orphan = {};
    }
    expectKept(survivor, m_mine, "value");
}

void TestKeychainStore::storeMayBeDestroyedByAHandler()
{
    const Keyring keyring(*m_bus, Begin::Unlocked);
    auto store = std::make_unique<KeychainStore>();
    write(*store, m_mine, "value");
    int calls = 0;
    store->read(m_mine, this, [&](KeychainResult<Secret> result) {
        ++calls;
        QVERIFY(result);
        store.reset();
    });
    store->read(m_mine, this, [&](const KeychainResult<Secret> &) { ++calls; });
    QTRY_VERIFY(!store);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

void TestKeychainStore::secretIsInNoOtherFile()
{
    const QByteArray canary = "canary-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    qputenv("HOME", m_bus->home().toUtf8());
    const Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    write(store, m_mine, canary);
    expectKept(store, m_mine, canary);
    int keyrings = 0;
    QDirIterator files(m_bus->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray content = file.readAll();
        keyrings += file.fileName().endsWith(".keyring"_L1) ? 1 : 0;
        // Encrypted there; so in no file at all.
        QVERIFY2(!content.contains(canary) && !content.contains(canary.toBase64()),
                 qPrintable(file.fileName()));
    }
    QCOMPARE(keyrings, 1);
    QFile commandLine(u"/proc/self/cmdline"_s);
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    QVERIFY(!commandLine.readAll().contains(canary));
}

void TestKeychainStore::unlockedKeysAreListed()
{
    Keyring keyring(*m_bus, Begin::Unlocked);
    KeychainStore store;
    CaughtFromKeychain<QList<KeptKey>> none;
    store.keys(this, none.handler());
    QCOMPARE(none.calls, 0);
    QTRY_COMPARE(none.outcome(), u"success"_s);
    QVERIFY(none.result->value().isEmpty());
    const UtcMs before = QDateTime::currentMSecsSinceEpoch();
    write(store, m_mine, "one");
    write(store, u"other/key"_s, "two");
    CaughtFromKeychain<QList<KeptKey>> two;
    store.keys(this, two.handler());
    QTRY_COMPARE(two.outcome(), u"success"_s);
    QStringList keys;
    for (const KeptKey &kept : two.result->value()) {
        keys.append(kept.key);
        QVERIFY2(qAbs(kept.changedAt - before) < MinuteMs,
                 qPrintable(QString::number(kept.changedAt - before)));
    }
    QVERIFY(keys.size() == 2 && keys.contains(m_mine) && keys.contains(u"other/key"_s));
    QVERIFY(keyring.lock());
    CaughtFromKeychain<QList<KeptKey>> locked;
    store.keys(this, locked.handler());
    QTRY_COMPARE(locked.outcome(), u"success"_s);
    QVERIFY(locked.result->value().isEmpty());
}

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychainstore.moc"
