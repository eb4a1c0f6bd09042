// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/openrevokes.h"

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

QTEST_GUILESS_MAIN(TestOpenRevokes)
#include "tst_openrevokes.moc"
