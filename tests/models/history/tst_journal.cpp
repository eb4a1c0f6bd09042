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
    void closedIntentIsNotOpen();
    void durableIsCalledFromTheEventLoop();
    void durableIsNotCalledForADeadContext();
};

void TestJournal::intentsAreOpenInTheOrderOfAppending()
{
    MemoryJournal journal;
    const QList<Intent> intents{revokeOf(u"c"_s), revokeOf(u"a"_s), revokeOf(u"b"_s)};
    for (const Intent &intent : intents)
        journal.append(intent, this, [] {});
    QCOMPARE(journal.open(), intents);
}

void TestJournal::closedIntentIsNotOpen()
{
    MemoryJournal journal;
    const QList<Intent> intents{revokeOf(u"a"_s), revokeOf(u"a"_s)};
    for (const Intent &intent : intents)
        journal.append(intent, this, [] {});
    journal.close(intents.first().id, IntentOutcome::Done);
    QCOMPARE(journal.open(), intents.mid(1));
    journal.close(intents.first().id, IntentOutcome::Done);
    QCOMPARE(journal.open(), intents.mid(1));
}

void TestJournal::durableIsCalledFromTheEventLoop()
{
    MemoryJournal journal;
    int calls = 0;
    journal.append(revokeOf(u"a"_s), this, [&] { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestJournal::durableIsNotCalledForADeadContext()
{
    MemoryJournal journal;
    int calls = 0;
    auto context = std::make_unique<QObject>();
    journal.append(revokeOf(u"a"_s), context.get(), [&] { ++calls; });
    context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
    QCOMPARE(journal.open().size(), 1);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
