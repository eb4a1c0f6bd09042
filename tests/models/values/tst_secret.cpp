// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/secret.h"

#include <QDebug>
#include <QTest>

#include <cstring>
#include <type_traits>

using namespace rox;
using namespace Qt::StringLiterals;

static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);
static_assert(std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);

template <class T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};
static_assert(Printable<QByteArray>);
static_assert(!Printable<Secret>);

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsItsBytes();
    void moves();
    void movesOntoItself();
    void clones();
    void comparesBytes();
    void takesAndWipes();
    void wipesAnArray();
    void sharedArrayIsNotWiped();
};

void TestSecret::holdsItsBytes()
{
    const QByteArray bytes("a\0b", 3);
    const Secret secret{QByteArrayView(bytes)};
    QCOMPARE(secret.view(), QByteArrayView(bytes));
    QVERIFY(secret.view().data() != bytes.constData());
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArrayView()).isEmpty());
}

void TestSecret::moves()
{
    Secret first{QByteArrayView("value")};
    const char *where = first.view().data();
    Secret second(std::move(first));
    QVERIFY(second.view().data() == where); // moving does not copy the bytes
    QVERIFY(first.isEmpty());               // NOLINT(bugprone-use-after-move)
    Secret third{QByteArrayView("another")};
    third = std::move(second);
    QCOMPARE(third.view(), QByteArrayView("value"));
    QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
    third.wipe();
    QVERIFY(third.isEmpty());
    QCOMPARE(third.size(), 0);
}

void TestSecret::movesOntoItself()
{
    Secret secret{QByteArrayView("value")};
    Secret &same = secret;
    secret = std::move(same);
    QCOMPARE(secret.view(), QByteArrayView("value"));
}

void TestSecret::clones()
{
    const Secret secret{QByteArrayView("value")};
    const Secret clone = secret.clone();
    QCOMPARE(clone.view(), secret.view());
    QVERIFY(clone.view().data() != secret.view().data());
}

void TestSecret::comparesBytes()
{
    const Secret secret{QByteArrayView("a\0b", 3)};
    QVERIFY(secret.equals(secret.clone()));
    QVERIFY(Secret().equals(Secret()));
    QVERIFY(!secret.equals(Secret{QByteArrayView("a\0c", 3)}));
    QVERIFY(!secret.equals(Secret{QByteArrayView("b\0b", 3)}));
    QVERIFY(!secret.equals(Secret{QByteArrayView("a")}));
    QVERIFY(!secret.equals(Secret()));
}

void TestSecret::takesAndWipes()
{
    QByteArray bytes = "value"_ba;
    bytes.detach();
    const Secret secret = Secret::take(std::move(bytes));
    QCOMPARE(secret.view(), QByteArrayView("value"));
    QVERIFY(bytes.isEmpty()); // NOLINT(bugprone-use-after-move)
}

void TestSecret::wipesAnArray()
{
    QByteArray bytes(64, 'x');
    // wipe() frees the array's block, so check bytes that the array does not own.
    char storage[16];
    std::memset(storage, 'x', sizeof storage);
    QByteArray raw = QByteArray::fromRawData(storage, sizeof storage);
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    wipe(raw); // raw data is not owned, so it is not overwritten
    QCOMPARE(storage[0], 'x');
    QVERIFY(raw.isEmpty());
}

void TestSecret::sharedArrayIsNotWiped()
{
    QByteArray bytes(64, 'x');
    const QByteArray shared = bytes;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(shared, QByteArray(64, 'x'));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
