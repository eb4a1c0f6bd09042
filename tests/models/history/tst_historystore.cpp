// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/durablejournal.h"
#include "models/history/historyindex.h"
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

Token tokenNamed(const QString &id, bool revoked = false)
{
    return {id, id, {u"Analyst"_s}, RandomNow - DayMs, RandomNow + 90 * DayMs, revoked};
}

/// All but what belongs to no single history.
QStringList historyFiles(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    names.removeIf([](const QString &name) {
        return name == "centrals.ini"_L1 || name.endsWith(".running"_L1);
    });
    return names;
}

/// The database of Lab, by the index.
QString labFile(const QString &folder)
{
    return HistoryIndex(folder).find(Lab).toString(QUuid::WithoutBraces) + u".sqlite"_s;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
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
    void readAheadBeginsNoHistory();
    void damageFoundByReadAheadIsTold();
    void stateIsToldWhenItChanges();
    void intentIsDurableWhenItIsSaidSo();
    void intentIsNotRecordedAtAllWhenTheFileIsHeld();
    void openIntentsOfAnEarlierRunAreLoaded();
    void openIntentsOfARunningWindowAreNot();
    void keptHistoriesAreCounted();
    void forgottenHistoryLeavesNoFile();
    void forgottenHistoryBeginsAnewAndIsNotLost();
    void lateAnswersMakeNoFileAfterForgetting();
    void allHistoriesAreForgotten();
    void whatCannotBeRemovedIsNotForgotten();
    void historyWithoutAnIndexIsFoundAndForgotten();
    void damagedHistoryIsCountedAndForgotten();

private:
    void fill(HistoryStore &store);
    [[nodiscard]] QList<KeptHistory> kept(HistoryStore &store);
    [[nodiscard]] ForgottenHistory forget(HistoryStore &store, const QString &address);
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

void TestHistoryStore::readAheadBeginsNoHistory()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    store.readAhead(Lab);
    bool isDone = false;
    store.view(Lab, this, [&](const HistoryView &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestHistoryStore::damageFoundByReadAheadIsTold()
{
    QTemporaryDir folder;
    bool isOpen = false;
    {
        HistoryStore store(folder.path());
        store.open(Lab, u"lab"_s, this, [&](const OpenedHistory &) { isOpen = true; });
        QTRY_VERIFY(isOpen);
    }
    QFile file(folder.filePath(filesIn(folder.path()).value(0)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4'096, 'x'));
    file.close();
    HistoryStore store(folder.path());
    QSignalSpy changed(&store, &HistoryStore::stateChanged);
    store.readAhead(Lab);
    store.open(Lab, u"lab"_s, this, [](const OpenedHistory &) {});
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().last().value<HistoryState>().loss, HistoryState::Loss::Damaged);
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

/// Lab: three tokens, of which one is listed as revoked and one is gone; a revoke that was done,
/// and one that is open.
void TestHistoryStore::fill(HistoryStore &store)
{
    const auto recorded = [](const RecordedList &list) { QVERIFY(list.isChanged); };
    store.open(Lab, u"lab"_s, this, [](const OpenedHistory &) {});
    store.record(
        Lab,
        {.table = tableOf({tokenNamed(u"a"_s), tokenNamed(u"b"_s, true), tokenNamed(u"c"_s)}),
         .askedAt = RandomNow,
         .arrivedAt = RandomNow},
        this, recorded);
    store.record(Lab,
                 {.table = tableOf({tokenNamed(u"b"_s, true), tokenNamed(u"c"_s)}),
                  .askedAt = RandomNow + MinuteMs,
                  .arrivedAt = RandomNow + MinuteMs},
                 this, recorded);
    const Intent done = revokeOf(u"a"_s);
    int written = 0;
    store.append(Lab, done, this, [&](const bool &is) { written += is ? 1 : 0; });
    store.settle(Lab, done, {IntentOutcome::Done, RandomNow});
    store.append(Lab, revokeOf(u"c"_s), this, [&](const bool &is) { written += is ? 1 : 0; });
    QTRY_COMPARE(written, 2);
}

QList<KeptHistory> TestHistoryStore::kept(HistoryStore &store)
{
    std::optional<KeptHistories> all;
    store.readKept(this, [&](const KeptHistories &found) { all = found; });
    (void)QTest::qWaitFor([&] { return all.has_value(); });
    return all ? all->histories : QList<KeptHistory>();
}

ForgottenHistory TestHistoryStore::forget(HistoryStore &store, const QString &address)
{
    std::optional<ForgottenHistory> forgotten;
    store.forget(address, this, [&](const ForgottenHistory &what) { forgotten = what; });
    (void)QTest::qWaitFor([&] { return forgotten.has_value(); });
    return forgotten.value_or(ForgottenHistory{{u"no answer"_s}, {}, 0});
}

void TestHistoryStore::keptHistoriesAreCounted()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    const KeptHistory lab = kept(store).value(0);
    QCOMPARE(lab.address, Lab);
    QCOMPARE(lab.name, u"lab"_s);
    QCOMPARE(lab.tokens, 3);
    QCOMPARE(lab.revoked, 2); // one is listed so, one was gone before its expiration
    QCOMPARE(lab.requests, 2);
    QCOMPARE(lab.openRequests, 1);
    QCOMPARE(lab.since, RandomNow);
    QVERIFY(lab.isReadable && lab.isInUse);
    qint64 bytes = 0;
    const auto files = historyFiles(folder.path());
    for (const QString &name : files)
        bytes += QFileInfo(folder.filePath(name)).size();
    QCOMPARE(lab.bytes, bytes);
    QCOMPARE(lab.files, files.size());
}

void TestHistoryStore::forgottenHistoryLeavesNoFile()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    bool isOther = false;
    store.open(u"prod.example:443"_s, u"prod"_s, this,
               [&](const OpenedHistory &) { isOther = true; });
    QTRY_VERIFY(isOther);
    const QString database = labFile(folder.path());
    for (const auto &end :
         {".damaged-20260101-000000-000"_L1, ".damaged-20260101-000000-000-wal"_L1, "-before-2"_L1,
          "-journal"_L1, ".new"_L1})
        write(folder.filePath(database + end), "kept");
    QVERIFY(QFile::exists(folder.filePath(database + "-wal"_L1)));
    QVERIFY(QFile::exists(folder.filePath(database + "-shm"_L1)));
    const ForgottenHistory forgotten = forget(store, Lab);
    QVERIFY(forgotten.isGone());
    QVERIFY(forgotten.bytes > 0);
    QCOMPARE(historyFiles(folder.path()).filter(database.section(u'.', 0, 0)), QStringList());
    QCOMPARE(filesIn(folder.path()).size(), 1); // prod's
    QCOMPARE(kept(store).size(), 1);
}

void TestHistoryStore::forgottenHistoryBeginsAnewAndIsNotLost()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    QVERIFY(forget(store, Lab).isGone());
    const QSignalSpy changed(&store, &HistoryStore::stateChanged);
    std::optional<RecordedList> recorded;
    store.record(
        Lab, {.table = tableOf({tokenNamed(u"d"_s)}), .askedAt = RandomNow, .arrivedAt = RandomNow},
        this, [&](const RecordedList &list) { recorded = list; });
    QTRY_VERIFY(recorded.has_value());
    QVERIFY(recorded->isChanged);
    QVERIFY(recorded->activeAgain.isEmpty());
    QVERIFY(recorded->remembered.isEmpty());
    QCOMPARE(recorded->state.loss, HistoryState::Loss::None);
    for (const auto &signal : changed)
        QVERIFY(signal.last().value<HistoryState>().isKept());
    QCOMPARE(kept(store).value(0).tokens, 1);
}

/// Answers of Central to requests that left before the history was forgotten, and what follows.
void TestHistoryStore::lateAnswersMakeNoFileAfterForgetting()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    QVERIFY(forget(store, Lab).isGone());
    const QSignalSpy changed(&store, &HistoryStore::stateChanged);
    const QSignalSpy moved(&store, &HistoryStore::moved);
    int answered = 0;
    const auto count = [&](const auto &) { ++answered; };
    store.recordRoles(Lab, {{u"Analyst"_s, {}, {{u"Image"_s, Access::Read}}}}, RandomNow, this,
                      count);
    store.recordCreators(Lab, {.creations = {}, .askedAt = RandomNow}, this, count);
    store.noteCreatorsForbidden(Lab, this, count);
    store.identify(Lab, {u"k1"_s});
    store.settle(Lab, revokeOf(u"c"_s), {IntentOutcome::Done, RandomNow});
    store.note(Lab, {QUuid::createUuid(), operationkind::RotationPutOff, RandomNow}, this, count);
    store.view(Lab, this, count);
    store.openIntents(Lab, this, count);
    store.readAll(Lab, this, count);
    store.markSeen(Lab, RandomNow, this, count);
    QTRY_COMPARE(answered, 8);
    QCOMPARE(historyFiles(folder.path()), QStringList());
    QCOMPARE(kept(store).size(), 0);
    QCOMPARE(changed.count() + moved.count(), 0);
    // What the user asks for from now on does.
    bool isWritten = false;
    store.append(Lab, revokeOf(u"c"_s), this, [&](const bool &written) { isWritten = written; });
    QTRY_VERIFY(isWritten);
    QCOMPARE(filesIn(folder.path()).size(), 1);
    QCOMPARE(moved.count(), 0);
}

void TestHistoryStore::allHistoriesAreForgotten()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    bool isOther = false;
    store.open(u"prod.example:443"_s, u"prod"_s, this,
               [&](const OpenedHistory &) { isOther = true; });
    QTRY_VERIFY(isOther);
    const QString lost = QUuid::createUuid().toString(QUuid::WithoutBraces) + u".sqlite"_s;
    write(folder.filePath(lost), "of no address");
    const QString aside = folder.filePath(labFile(folder.path()) + ".damaged-1"_L1);
    QVERIFY(QDir().mkpath(aside)); // no file: it cannot be removed as one
    std::optional<ForgottenHistory> forgotten;
    const auto forgetAll = [&] {
        forgotten.reset();
        store.forgetAll(this, [&](const ForgottenHistory &what) { forgotten = what; });
        return QTest::qWaitFor([&] { return forgotten.has_value(); });
    };
    QVERIFY(forgetAll());
    QCOMPARE(forgotten->left, QStringList{aside});
    QVERIFY(!forgotten->isGone());
    QVERIFY(QDir().rmdir(aside));
    QVERIFY(forgetAll());
    QVERIFY(forgotten->isGone());
    QCOMPARE(historyFiles(folder.path()), QStringList());
    QVERIFY(HistoryIndex(folder.path()).addresses().isEmpty());
    // The next list begins anew, and nothing counts as lost.
    std::optional<RecordedList> recorded;
    store.record(
        Lab, {.table = tableOf({tokenNamed(u"d"_s)}), .askedAt = RandomNow, .arrivedAt = RandomNow},
        this, [&](const RecordedList &list) { recorded = list; });
    QTRY_VERIFY(recorded.has_value());
    QCOMPARE(recorded->state.loss, HistoryState::Loss::None);
}

/// Not even root can remove a folder as a file.
void TestHistoryStore::whatCannotBeRemovedIsNotForgotten()
{
    QTemporaryDir folder;
    HistoryStore store(folder.path());
    fill(store);
    const QString aside = folder.filePath(labFile(folder.path()) + ".damaged-1"_L1);
    QVERIFY(QDir().mkpath(aside));
    const ForgottenHistory forgotten = forget(store, Lab);
    QVERIFY(!forgotten.isGone());
    QCOMPARE(forgotten.left, QStringList{aside});
    QVERIFY(!forgotten.why.isEmpty());
    QCOMPARE(kept(store).size(), 1); // the address still leads to it
    QVERIFY(QDir().rmdir(aside));
    QVERIFY(forget(store, Lab).isGone());
}

void TestHistoryStore::historyWithoutAnIndexIsFoundAndForgotten()
{
    QTemporaryDir folder;
    {
        HistoryStore store(folder.path());
        fill(store);
    }
    QVERIFY(QFile::remove(folder.filePath(u"centrals.ini"_s)));
    HistoryStore store(folder.path());
    QCOMPARE(kept(store).size(), 1);
    QCOMPARE(kept(store).constFirst().address, Lab);
    QVERIFY(!kept(store).constFirst().isInUse);
    QVERIFY(forget(store, Lab).isGone());
    QVERIFY(historyFiles(folder.path()).isEmpty());
}

void TestHistoryStore::damagedHistoryIsCountedAndForgotten()
{
    QTemporaryDir folder;
    {
        HistoryStore store(folder.path());
        fill(store);
    }
    const QString database = labFile(folder.path());
    write(folder.filePath(database), QByteArray(4096, 'x'));
    const qint64 list = QFileInfo(folder.filePath(database + ".list"_L1)).size();
    HistoryStore store(folder.path());
    const KeptHistory lab = kept(store).value(0);
    QVERIFY(!lab.isReadable);
    QCOMPARE(lab.bytes, 4096 + list);
    QVERIFY(forget(store, Lab).isGone());
}

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
