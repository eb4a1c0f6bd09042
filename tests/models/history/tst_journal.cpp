// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/journal.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

Intent revokeOf(const QString &tokenId)
{
    Intent intent;
    intent.id = QUuid::createUuid();
    intent.kind = Intent::Kind::Revoke;
    intent.server = u"prod"_s;
    intent.tokenId = tokenId;
    return intent;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intentsAreOpenInTheOrderOfAppending();
    void settledIntentIsNotOpen();
    void lostIntentStaysOpen();
    void recordedIsCalledFromTheEventLoop();
    void recordedIsNotCalledForADeadContext();
};

void TestJournal::intentsAreOpenInTheOrderOfAppending()
{
    MemoryJournal journal;
    const QList<Intent> intents{revokeOf(u"c"_s), revokeOf(u"a"_s), revokeOf(u"b"_s)};
    for (const Intent &intent : intents)
        journal.append(intent, this, [](Recorded) {});
    QCOMPARE(journal.open(), intents);
}

void TestJournal::lostIntentStaysOpen()
{
    MemoryJournal journal;
    const Intent intent = revokeOf(u"a"_s);
    journal.append(intent, this, [](Recorded) {});
    journal.settle(intent.id, {IntentOutcome::Unknown});
    QCOMPARE(journal.open(), QList{intent});
    journal.settle(intent.id, {IntentOutcome::ValueLost});
    QVERIFY(journal.open().constFirst().isValueLost);
}

void TestJournal::settledIntentIsNotOpen()
{
    MemoryJournal journal;
    const QList<Intent> intents{revokeOf(u"a"_s), revokeOf(u"a"_s)};
    for (const Intent &intent : intents)
        journal.append(intent, this, [](Recorded) {});
    journal.settle(intents.first().id, {IntentOutcome::Done});
    QCOMPARE(journal.open(), intents.mid(1));
    journal.settle(intents.first().id, {IntentOutcome::Done});
    QCOMPARE(journal.open(), intents.mid(1));
}

void TestJournal::recordedIsCalledFromTheEventLoop()
{
    MemoryJournal journal;
    int calls = 0;
    journal.append(revokeOf(u"a"_s), this, [&](Recorded) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestJournal::recordedIsNotCalledForADeadContext()
{
    MemoryJournal journal;
    int calls = 0;
    auto context = std::make_unique<QObject>();
    journal.append(revokeOf(u"a"_s), context.get(), [&](Recorded) { ++calls; });
    context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
    QCOMPARE(journal.open().size(), 1);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
