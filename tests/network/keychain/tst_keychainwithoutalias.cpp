// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainstore.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/keyring.h"
#include "tests/support/stricttest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

const QString CollectionPath = u"/org/freedesktop/secrets/collection/passwords"_s;
const QString AliasPath = u"/org/freedesktop/secrets/aliases/default"_s;

/// A Secret Service with one unlocked, empty collection that is the default one.
class ScriptedService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    ScriptedService(const PrivateBus &bus, QString aliasError)
        : m_aliasError(std::move(aliasError))
        , m_connection(QDBusConnection::connectToBus(bus.address(), m_id))
    {
        qDBusRegisterMetaType<QList<QDBusObjectPath>>();
        m_connection.registerVirtualObject(u"/org/freedesktop/secrets"_s, this,
                                           QDBusConnection::VirtualObjectRegisterOption::SubPath);
        m_isUp = m_connection.registerService(u"org.freedesktop.secrets"_s);
    }
    ~ScriptedService() override { QDBusConnection::disconnectFromBus(m_id); }
    Q_DISABLE_COPY_MOVE(ScriptedService)

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] QStringList calls() const { return m_calls; }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &bus) override
    {
        m_calls.append(call.member());
        return bus.send(answer(call));
    }

private:
    [[nodiscard]] QDBusMessage answer(const QDBusMessage &call) const
    {
        if (call.member() == "SearchItems"_L1) {
            const QVariant none = QVariant::fromValue(QList<QDBusObjectPath>());
            return call.createReply(QVariantList{none, none});
        }
        if (call.member() == "ReadAlias"_L1)
            return call.createReply(QVariant::fromValue(QDBusObjectPath(CollectionPath)));
        if (call.member() == "Get"_L1
            && (call.path() == CollectionPath
                || (call.path() == AliasPath && m_aliasError.isEmpty())))
            return call.createReply(QVariant::fromValue(QDBusVariant(false)));
        return call.createErrorReply(
            m_aliasError.isEmpty() ? u"org.freedesktop.DBus.Error.UnknownMethod"_s : m_aliasError,
            u"No such object path"_s);
    }

    QString m_id = QUuid::createUuid().toString();
    QString m_aliasError;
    QDBusConnection m_connection;
    bool m_isUp = false;
    QStringList m_calls;
};

} // namespace

/// A Secret Service that names a default collection and has no object at the alias's path.
class TestKeychainWithoutAlias : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { StrictTest::init(); }
    void writeIsRefusedWithoutAPrompt_data();
    void writeIsRefusedWithoutAPrompt();
    void serviceWithAnAliasIsUsable();

private:
    std::unique_ptr<PrivateBus> m_bus;
};

void TestKeychainWithoutAlias::initTestCase()
{
    for (const char *name : {"SECRET_BACKEND", "SNAP_NAME", "DISPLAY", "XDG_CURRENT_DESKTOP",
                             "DESKTOP_SESSION", "KDE_FULL_SESSION"})
        qunsetenv(name);
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isUp(), qPrintable(m_bus->why()));
    m_bus->use();
}

void TestKeychainWithoutAlias::writeIsRefusedWithoutAPrompt_data()
{
    QTest::addColumn<QString>("error");
    for (const char *error :
         {"org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.UnknownMethod",
          "org.freedesktop.DBus.Error.UnknownInterface",
          "org.freedesktop.Secret.Error.NoSuchObject"})
        QTest::newRow(error) << QString::fromLatin1(error);
}

void TestKeychainWithoutAlias::writeIsRefusedWithoutAPrompt()
{
    QFETCH(QString, error);
    const ScriptedService service(*m_bus, error);
    QVERIFY(service.isUp());
    KeychainStore store;
    CaughtFromKeychain<void> probed;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> forgotten;
    store.probe(this, probed.handler());
    store.write(u"key"_s, Secret{QByteArrayView("value")}, this, written.handler());
    store.read(u"key"_s, this, read.handler());
    store.forget(u"key"_s, this, forgotten.handler());
    QTRY_COMPARE(forgotten.outcome(), u"success"_s); // nothing is there
    QCOMPARE(probed.outcome(), u"NoService"_s);
    QCOMPARE(written.outcome(), u"NoService"_s);
    QCOMPARE(read.outcome(), u"Absent"_s);
    for (const QString &call : {u"CreateCollection"_s, u"CreateItem"_s, u"Prompt"_s, u"Unlock"_s})
        QVERIFY2(!service.calls().contains(call), qPrintable(service.calls().join(u' ')));
}

void TestKeychainWithoutAlias::serviceWithAnAliasIsUsable()
{
    const ScriptedService service(*m_bus, {});
    QVERIFY(service.isUp());
    KeychainStore store;
    CaughtFromKeychain<void> probed;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"success"_s);
}

QTEST_GUILESS_MAIN(TestKeychainWithoutAlias)
#include "tst_keychainwithoutalias.moc"
