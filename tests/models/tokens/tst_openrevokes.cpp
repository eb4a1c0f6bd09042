// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/openrevokes.h"
#include "models/tokens/table/tokentablebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

TokenTablePtr tableOf(const QStringList &active, const QStringList &revoked)
{
    auto table = std::make_shared<const TokenTable>();
    TokenTablePtr made = table;
    for (const QString &id : active + revoked)
        made = made->withToken({id, id, {u"Analyst"_s}, 0, DayMs, revoked.contains(id)});
    return made;
}

SettledRevokes settledBy(const QSignalSpy &spy)
{
    return spy.isEmpty() ? SettledRevokes() : spy.last().first().value<SettledRevokes>();
}

} // namespace

class TestOpenRevokes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listSettlesEarlierRevokes();
    void laterRevokeStaysOpen();
    void revokeLostAgainStaysOpen();
    void removedRevokeIsNotSettled();
    void unreadTokenStaysOpen();
};

void TestOpenRevokes::listSettlesEarlierRevokes()
{
    OpenRevokes open;
    QSignalSpy settled(&open, &OpenRevokes::settled);
    QSignalSpy changed(&open, &OpenRevokes::changed);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        open.add(id);
    QCOMPARE(changed.count(), 3);
    open.settle(open.asked(), *tableOf({u"a"_s, u"x"_s}, {u"b"_s}), 5);
    QVERIFY(open.isEmpty());
    QCOMPARE(changed.count(), 4);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(settledBy(settled).active, QStringList{u"a"_s});
    QCOMPARE(settledBy(settled).revoked, QStringList{u"b"_s});
    QCOMPARE(settledBy(settled).gone, QStringList{u"c"_s});
    QCOMPARE(settledBy(settled).readAt, UtcMs(5));
}

void TestOpenRevokes::laterRevokeStaysOpen()
{
    OpenRevokes open;
    QSignalSpy settled(&open, &OpenRevokes::settled);
    const auto before = open.asked();
    open.add(u"a"_s);
    const auto between = open.asked();
    open.add(u"b"_s);
    open.settle(before, *tableOf({u"a"_s, u"b"_s}, {}), 5);
    QCOMPARE(settled.count(), 0);
    open.settle(between, *tableOf({u"a"_s, u"b"_s}, {}), 6);
    QCOMPARE(settledBy(settled).active, QStringList{u"a"_s});
    QCOMPARE(open.ids(), QStringList{u"b"_s});
    QVERIFY(open.contains(u"b"_s) && !open.contains(u"a"_s));
}

void TestOpenRevokes::revokeLostAgainStaysOpen()
{
    OpenRevokes open;
    QSignalSpy settled(&open, &OpenRevokes::settled);
    open.add(u"a"_s);
    const auto asked = open.asked();
    open.add(u"a"_s); // revoked again, and lost again
    open.settle(asked, *tableOf({u"a"_s}, {}), 5);
    QCOMPARE(settled.count(), 0);
    QVERIFY(open.contains(u"a"_s));
}

void TestOpenRevokes::removedRevokeIsNotSettled()
{
    OpenRevokes open;
    QSignalSpy settled(&open, &OpenRevokes::settled);
    open.add(u"a"_s);
    const auto asked = open.asked();
    open.remove(u"a"_s);
    open.remove(u"never there"_s);
    open.settle(asked, *tableOf({u"a"_s}, {}), 5);
    QCOMPARE(settled.count(), 0);
    QVERIFY(open.isEmpty());
}

void TestOpenRevokes::unreadTokenStaysOpen()
{
    OpenRevokes open;
    QSignalSpy settled(&open, &OpenRevokes::settled);
    open.add(u"odd"_s);
    open.add(u"gone"_s);
    TokenTableBuilder builder;
    builder.add({u"a"_s, u"a"_s, {}, 0, DayMs, false});
    builder.addUnread({u"odd"_s, u"roles"_s});
    const TokenTablePtr table = builder.build();
    open.settle(open.asked(), *table, 5);
    QCOMPARE(open.ids(), QStringList{u"odd"_s});
    QCOMPARE(settledBy(settled).gone, QStringList{u"gone"_s});
    // A token whose id could not be read may be any.
    open.add(u"gone"_s);
    builder.addUnread({QString(), u"id"_s});
    open.settle(open.asked(), *builder.build(), 6);
    QCOMPARE(open.ids().size(), 2);
    QCOMPARE(settled.count(), 1);
    // Facts about other tokens do not lose what is known of this one.
    QVERIFY(table->withRevoked({u"a"_s})->mayBeUnread(u"odd"_s));
    QVERIFY(table->withToken({u"b"_s, u"b"_s, {}, 0, 0, false})->mayBeUnread(u"odd"_s));
    QVERIFY(table->withToken({u"a"_s, u"a2"_s, {}, 0, 0, false})->mayBeUnread(u"odd"_s));
}

QTEST_GUILESS_MAIN(TestOpenRevokes)
#include "tst_openrevokes.moc"
