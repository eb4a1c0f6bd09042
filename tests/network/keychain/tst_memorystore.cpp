// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/memorystore.h"
#include "tests/support/caughtfromkeychain.h"

#include <QTest>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenSecretReadsBack();
    void callsRunInOrder();
    void deadContextIsNotCalled();
    void unlockAndProbeSucceed();
};

void TestMemoryStore::writtenSecretReadsBack()
{
    MemoryStore store;
    const QString mine = QUuid::createUuid().toString();
    CaughtFromKeychain<void> written;
    store.write(mine, Secret{QByteArrayView("a\0b", 3)}, this, written.handler());
    QCOMPARE(written.calls, 0);
    QTRY_COMPARE(written.outcome(), u"success"_s);
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<Secret> others;
    store.read(mine, this, read.handler());
    store.read(QUuid::createUuid().toString(), this, others.handler());
    QCOMPARE(read.calls + others.calls, 0);
    QTRY_COMPARE(read.outcome(), u"success"_s);
    QCOMPARE(read.result->value().view(), QByteArrayView("a\0b", 3));
    QTRY_COMPARE(others.outcome(), u"Absent"_s);
}

void TestMemoryStore::callsRunInOrder()
{
    MemoryStore store;
    const QString mine = QUuid::createUuid().toString();
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<Secret> before;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<Secret> after;
    store.write(mine, Secret{QByteArrayView("value")}, this, written.handler());
    store.read(mine, this, before.handler());
    store.forget(mine, this, forgotten.handler());
    store.read(mine, this, after.handler());
    QTRY_COMPARE(after.outcome(), u"Absent"_s);
    QCOMPARE(before.outcome(), u"success"_s);
    QCOMPARE(forgotten.outcome(), u"success"_s);
    QCOMPARE(written.calls + before.calls + forgotten.calls + after.calls, 4);
}

void TestMemoryStore::deadContextIsNotCalled()
{
    auto store = std::make_unique<MemoryStore>();
    auto context = std::make_unique<QObject>();
    CaughtFromKeychain<Secret> dead;
    CaughtFromKeychain<Secret> alive;
    store->read(QUuid::createUuid().toString(), context.get(), dead.handler());
    store->read(QUuid::createUuid().toString(), this, alive.handler());
    context.reset();
    QTRY_COMPARE(alive.calls, 1);
    QCOMPARE(dead.calls, 0);
    CaughtFromKeychain<Secret> orphan;
    store->read(QUuid::createUuid().toString(), this, orphan.handler());
    store.reset();
    QCoreApplication::processEvents();
    QCOMPARE(orphan.calls, 0);
}

void TestMemoryStore::unlockAndProbeSucceed()
{
    MemoryStore store;
    CaughtFromKeychain<void> unlocked;
    CaughtFromKeychain<void> probed;
    store.unlock(this, unlocked.handler());
    store.probe(this, probed.handler());
    QTRY_COMPARE(unlocked.outcome(), u"success"_s);
    QTRY_COMPARE(probed.outcome(), u"success"_s);
}

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
