// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/replies.h"
#include "network/demo/roles.h"
#include "network/demo/seeding.h"
#include "network/demo/tokenstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox::demo;

namespace {

constexpr std::int64_t Now = 1'790'000'000;
constexpr std::int64_t Hour = 3600;

TokenId numbered(std::uint32_t number)
{
    TokenId id{};
    for (std::size_t i = 0; i < 4; ++i)
        id[12 + i] = static_cast<std::uint8_t>(number >> (8 * i));
    return asVersion4(id);
}

void add(TokenStore &store, std::uint32_t number, std::int64_t expiresAt, bool revoked)
{
    const std::string name = "token-" + std::to_string(number);
    store.add({numbered(number), name, {"Analyst"}, expiresAt - 24 * Hour, expiresAt, revoked});
}

} // namespace

/// The demo's store and its pruning, with times that no API call can set.
class TestDemoTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prunesExpiredAndRevoked();
    void findsEveryTokenAfterPruning();
    void idText_data();
    void idText();
    void userWithoutRolesEscalates();
    void seedingHasTheDocumentedShares();
};

void TestDemoTokenStore::prunesExpiredAndRevoked()
{
    TokenStore store;
    add(store, 1, Now - 48 * Hour, false); // long expired
    add(store, 2, Now - 23 * Hour, false);
    add(store, 3, Now + 48 * Hour, true); // revoked, not expired
    add(store, 4, Now + 48 * Hour, false);
    add(store, 5, Now - 48 * Hour, true);
    QCOMPARE(store.prune(Now - 24 * Hour), 3U);
    QStringList left;
    store.visitAll({}, [&](const TokenView &token) {
        left << QString::fromUtf8(token.name.data(), qsizetype(token.name.size()));
    });
    QCOMPARE(left, QStringList({u"token-2"_s, u"token-4"_s}));
    QCOMPARE(store.prune(Now - 24 * Hour), 0U);
}

void TestDemoTokenStore::findsEveryTokenAfterPruning()
{
    constexpr std::uint32_t count = 5000;
    TokenStore store;
    for (std::uint32_t i = 0; i < count; ++i)
        add(store, i, Now, i % 3 == 0);
    for (std::uint32_t i = 0; i < count; i += 7)
        QVERIFY(store.revoke(rox::demo::idText(numbered(i))));
    store.prune(Now - 24 * Hour);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name;
        const bool found = store.visit(rox::demo::idText(numbered(i)),
                                       [&](const TokenView &token) { name = token.name; });
        QCOMPARE(found, i % 3 != 0 && i % 7 != 0);
        QCOMPARE(name, found ? "token-" + std::to_string(i) : std::string());
    }
}

void TestDemoTokenStore::idText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("good") << "0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11"_ba << true;
    QTest::newRow("upper case") << "0D8F6C1E-9A53-4A0E-8C59-3D1C1D6F2B11"_ba << false;
    QTest::newRow("no dashes") << "0d8f6c1e09a5304a0e08c5903d1c1d6f2b11"_ba << false;
    QTest::newRow("short") << "0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b1"_ba << false;
    QTest::newRow("a dash too many") << "0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b-1"_ba << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestDemoTokenStore::idText()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto id = parseId(text.toStdString());
    QCOMPARE(id.has_value(), valid);
    if (id)
        QCOMPARE(QByteArray::fromStdString(rox::demo::idText(*id)), text);
}

void TestDemoTokenStore::userWithoutRolesEscalates()
{
    const RoleCatalog catalog;
    QVERIFY(escalations({}, {}).empty());
    QCOMPARE(escalations({}, catalog.resolve({"Analyst"})).size(), 25U);
    QVERIFY(escalations({}, catalog.resolve({"None"})).empty());
}

void TestDemoTokenStore::seedingHasTheDocumentedShares()
{
    constexpr std::size_t count = 100'000;
    TokenStore store;
    store.reserve(count);
    seedTokens(store, count, 1, Now);
    QCOMPARE(store.size(), count);
    std::size_t revoked = 0;
    std::size_t expired = 0;
    std::size_t expiring = 0;
    std::size_t endless = 0;
    std::size_t longNames = 0;
    QSet<QByteArray> names;
    store.visitAll({}, [&](const TokenView &token) {
        const std::int64_t left = token.expiresAt - Now;
        if (token.revoked)
            ++revoked;
        else if (left <= 0)
            ++expired;
        else if (left < 14 * 24 * Hour)
            ++expiring;
        endless += token.expiresAt == 253402300799 ? 1 : 0;
        longNames += token.name.size() > 300 ? 1 : 0;
        if (names.size() < 1000)
            names.insert(QByteArray(token.name.data(), qsizetype(token.name.size())));
        QVERIFY(left > -24 * Hour);
        QVERIFY(token.issuedAt <= Now && token.issuedAt < token.expiresAt);
    });
    QCOMPARE(revoked, 9'000U);
    QCOMPARE(expired, 1'600U);
    QCOMPARE(expiring, 3'000U);
    QVERIFY(endless > 100);
    QVERIFY(longNames > 10);
    QCOMPARE(names.size(), 1000);

    const std::string json = tokenListJson(store, true);
    const auto parsed = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QCOMPARE(parsed.value(u"tokens"_s).toArray().size(), 9'000);
}

QTEST_GUILESS_MAIN(TestDemoTokenStore)
#include "tst_demotokenstore.moc"
