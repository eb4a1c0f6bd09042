// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "tests/models/randomtokens.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Lab = u"lab.example:443"_s;

Intent revokeOf(const QString &tokenId)
{
    Intent intent;
    intent.id = QUuid::createUuid();
    intent.kind = Intent::Kind::Revoke;
    intent.address = Lab;
    intent.askedAt = RandomNow;
    intent.tokenId = tokenId;
    return intent;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.sqlite"_s}, QDir::Files);
}

} // namespace

class TestHistoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsReturnBeforeTheDiskIsTouched();
    void handlersOfADeadContextAreNotCalled();
    void everythingIsWrittenBeforeTheStoreIsGone();
    void eachCentralHasItsFile();
    void nothingIsWrittenInMemory();
    void stateIsToldWhenItChanges();
    void intentIsDurableWhenItIsSaidSo();
    void intentIsNotRecordedAtAllWhenTheFileIsHeld();
    void openIntentsOfAnEarlierRunAreLoaded();
    void openIntentsOfARunningWindowAreNot();
};

void TestHistoryStore::callsReturnBeforeTheDiskIsTouched()
{
    QTemporaryDir folder;
    HistoryStore store(folder.filePath(u"history"_s));
    int calls = 0;
    store.open(Lab, u"lab"_s, this, [&](const OpenedHistory &opened) {
        QVERIFY(opened.state.isKept());
        ++calls;
    });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestHistoryStore::handlersOfADeadContextAreNotCalled()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    int calls = 0;
    auto context = std::make_unique<QObject>();
    store.view(Lab, context.get(), [&](const HistoryView &) { ++calls; });
    context.reset();
    bool isDone = false;
    store.view(Lab, this, [&](const HistoryView &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(calls, 0);
}

void TestHistoryStore::everythingIsWrittenBeforeTheStoreIsGone()
{
    QTemporaryDir folder;
    {
        HistoryStore store(folder.path());
        for (int i = 0; i < 50; ++i)
            store.append(Lab, revokeOf(QString::number(i)), this, [](const bool &) {});
    }
    HistoryStore store(folder.path());
    QList<Intent> open;
    store.openIntents(Lab, this, [&](const QList<Intent> &intents) { open = intents; });
    QTRY_COMPARE(open.size(), 50);
}

void TestHistoryStore::eachCentralHasItsFile()
{
    QTemporaryDir folder;
    for (int run = 0; run < 2; ++run) {
        HistoryStore store(folder.path());
        int opened = 0;
        for (const QString &address : {Lab, u"prod.example:443"_s})
            store.open(address, address, this, [&](const OpenedHistory &) { ++opened; });
        QTRY_COMPARE(opened, 2);
        QCOMPARE(filesIn(folder.path()).size(), 2);
    }
}

void TestHistoryStore::nothingIsWrittenInMemory()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    store.keepInMemory(Lab);
    bool isWritten = false;
    store.append(Lab, revokeOf(u"a"_s), this, [&](const bool &written) { isWritten = written; });
    QTRY_VERIFY(isWritten);
    QVERIFY(filesIn(folder.path()).isEmpty());
}

void TestHistoryStore::stateIsToldWhenItChanges()
{
    QTemporaryDir folder;
    QFile blocker(folder.filePath(u"history"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    HistoryStore store(blocker.fileName());
    QSignalSpy changed(&store, &HistoryStore::stateChanged);
    store.open(Lab, u"lab"_s, this, [](const OpenedHistory &) {});
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().last().value<HistoryState>().problem, HistoryState::Problem::NoFolder);
    bool isDone = false;
    store.view(Lab, this, [&](const HistoryView &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(changed.count(), 1);
    QVERIFY(blocker.remove());
    store.view(Lab, this, [](const HistoryView &) {});
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(changed.last().last().value<HistoryState>().isKept());
}

void TestHistoryStore::intentIsDurableWhenItIsSaidSo()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    DurableJournal journal(&store);
    std::optional<Recorded> how;
    int inFile = -1;
    journal.append(revokeOf(u"a"_s), this, [&](Recorded recorded) {
        how = recorded;
        HistoryFile file({.path = folder.filePath(filesIn(folder.path()).value(0)),
                          .process = QUuid::createUuid()});
        file.ensureOpen();
        inFile = file.sql().value(u"SELECT count(*) FROM operation"_s).toInt();
    });
    QCOMPARE(journal.open().size(), 1);
    QTRY_VERIFY(how.has_value());
    QCOMPARE(how, Recorded::Durably);
    QCOMPARE(inFile, 1);
}

void TestHistoryStore::intentIsNotRecordedAtAllWhenTheFileIsHeld()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    DurableJournal journal(&store, nullptr, 100ms);
    bool isOpen = false;
    store.open(Lab, u"lab"_s, this, [&](const OpenedHistory &) { isOpen = true; });
    QTRY_VERIFY(isOpen);
    HistoryFile holder(
        {.path = folder.filePath(filesIn(folder.path()).value(0)), .process = QUuid::createUuid()});
    holder.ensureOpen();
    QVERIFY(holder.sql().begin());
    int calls = 0;
    std::optional<Recorded> how;
    const Intent intent = revokeOf(u"a"_s);
    journal.append(intent, this, [&](Recorded recorded) {
        ++calls;
        how = recorded;
    });
    QTRY_VERIFY(how.has_value());
    QCOMPARE(how, Recorded::NotAtAll);
    holder.sql().rollBack();
    journal.settle(intent.id, {IntentOutcome::Done, RandomNow});
    const auto steps = [&] {
        return holder.sql().value(u"SELECT count(*) FROM operation"_s).toInt();
    };
    QTRY_COMPARE(steps(), 2); // it is written all the same, once that works
    QCOMPARE(calls, 1);
}

void TestHistoryStore::openIntentsOfAnEarlierRunAreLoaded()
{
    QTemporaryDir folder;
    const Intent intent = revokeOf(u"a"_s);
    {
        HistoryStore store(folder.path());
        DurableJournal journal(&store);
        journal.append(intent, this, [](Recorded) {});
    }
    HistoryStore store(folder.path());
    DurableJournal journal(&store);
    int calls = 0;
    journal.load(u"key"_s, Lab, this, [&] { ++calls; });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(journal.open().size(), 1);
    QCOMPARE(journal.open().constFirst().id, intent.id);
    QVERIFY(journal.open().constFirst().isAt(u"key"_s, Lab));
    journal.load(u"key"_s, Lab, this, [&] { ++calls; });
    QTRY_COMPARE(calls, 2);
    QCOMPARE(journal.open().size(), 1);
}

void TestHistoryStore::openIntentsOfARunningWindowAreNot()
{
    QTemporaryDir folder;
    HistoryStore running(folder.path());
    bool isWritten = false;
    running.append(Lab, revokeOf(u"a"_s), this, [&](const bool &written) { isWritten = written; });
    QTRY_VERIFY(isWritten);
    HistoryStore store(folder.path());
    std::optional<QList<Intent>> open;
    store.openIntents(Lab, this, [&](const QList<Intent> &intents) { open = intents; });
    QTRY_VERIFY(open.has_value());
    QVERIFY(open->isEmpty());
}

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
