// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Two servers never have names that look alike.
class TestDistinctServers : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void existingServerIsOffered();
    void duplicateGetsDistinctName();
    void commandLineConnectionGetsDistinctName();
    void importedServerGetsDistinctName();

private:
    [[nodiscard]] QStringList namesShown() const
    {
        QStringList names;
        const auto *model = find<QAbstractItemView>(u"Servers"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        names.removeOne(u"All servers"_s);
        return names;
    }
};

void TestDistinctServers::existingServerIsOffered()
{
    beSignedInAtLab();
    const QUuid lab = current().id;
    press(u"Add server"_s);
    auto *endpoint = find<QLineEdit>(u"Endpoint"_s);
    QVERIFY(endpoint);
    type(endpoint, m_central->endpoint());
    QCOMPARE(endpoint->accessibleDescription(), u"lab is this server already."_s);
    press(u"Go to the server that has this endpoint"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(current().id, lab);
    QCOMPARE(profiles()->profiles().size(), 1);
}

void TestDistinctServers::duplicateGetsDistinctName()
{
    beSignedInAtLab();
    for (const QString &name : {u"lab (copy)"_s, u"lab (copy) 2"_s}) {
        Q_EMIT window()->serverList()->duplicateRequested(
            ServerId(profiles()->profiles().first().id));
        QVERIFY(find<QLineEdit>(u"Name"_s));
        QCOMPARE(find<QLineEdit>(u"Name"_s)->text(), name);
        press(u"Password"_s);
        auto *user = find<QLineEdit>(u"User name"_s);
        QVERIFY(user);
        user->clear();
        type(user, name.endsWith(u'2') ? u"mkeller"_s : u"admin"_s);
        if (name.endsWith(u'2')) { // the name of a third server
            press(u"Cancel"_s);
            break;
        }
        type(find<QLineEdit>(u"Password"_s), QString::fromUtf8(m_central->adminPassword()));
        press(u"Connect"_s);
        press(u"Show tokens"_s);
        QTRY_VERIFY(rowCount() > 50);
    }
    QTRY_COMPARE(namesShown(), (QStringList{u"lab"_s, u"lab (copy)"_s}));
}

void TestDistinctServers::commandLineConnectionGetsDistinctName()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(m_central->endpoint(), m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    quit();
    LaunchRequest request;
    request.endpoint = Endpoint::parse(m_central->endpoint()).value();
    request.credential = {Credential::Kind::ApiToken, {}, Secret(m_central->apiToken())};
    request.caFile = m_central->caFile();
    startProgram(std::chrono::seconds(15), std::move(request));
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(namesShown(), (QStringList{m_central->endpoint(), m_central->endpoint() + u" 2"}));
    // A new server cannot take that name either.
    press(u"Add server"_s);
    auto *name = find<QLineEdit>(u"Name"_s);
    QVERIFY(name);
    type(name, m_central->endpoint() + u" 2");
    QCOMPARE(name->accessibleDescription(), u"Another server has this name."_s);
    press(u"Cancel"_s);
}

void TestDistinctServers::importedServerGetsDistinctName()
{
    startProgram();
    press(u"Connect to Central…"_s);
    // Its name equals the default name of the same Central's other address.
    const QString other = u"127.0.0.1:"_s + m_central->endpoint().section(u':', -1);
    connectByToken(other, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    quit();
    QFile file(m_home->filePath(u"roxctl-config.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("centrals:\n  " + other.toUtf8() + ":\n    access:\n      accessToken: "
               + m_central->apiToken() + "\n      issuedAt: 2026-08-22T10:15:30Z\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    m_environment.insert(u"ROX_CONFIG_DIR"_s, m_home->path());
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    Q_EMIT window()->importRequested();
    press(u"Import"_s);
    QTRY_COMPARE(namesShown(), (QStringList{other, other + u" 2"}));
}

QTEST_MAIN(TestDistinctServers)
#include "tst_distinctservers.moc"
