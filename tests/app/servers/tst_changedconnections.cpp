// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Edited, saved and imported connections: no credential is lost, or sent to another origin.
class TestChangedConnections : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void newCredentialReplacesOld();
    void oldCredentialStaysUntilProfileIsSaved();
    void renamingKeepsCredential();
    void sessionIsNotSentToAnotherOrigin();
    void withdrawnTrustIsAskedForAgain();
    void refusedCertificateIsNotTrustedLater();
    void connectionOfThisRunIsSaved();
    void demoIsNotSaved();
    void roxctlSessionsAreImported();
    void emptyImportIsReported();

private:
    void edit(const ServerProfile &profile)
    {
        Q_EMIT window()->serverList()->editRequested(ServerId(profile.id));
    }
    [[nodiscard]] QString said() const
    {
        const Message &message = window()->messageBar()->message();
        return message.lead + u' ' + message.text;
    }
};

void TestChangedConnections::newCredentialReplacesOld()
{
    beSignedInAtLab();
    const ServerProfile before = current();
    QCOMPARE(kept(before.credentialKey()), m_central->apiToken());
    edit(before);
    press(u"Password"_s);
    type(find<QLineEdit>(u"Password"_s), QString::fromUtf8(m_central->adminPassword()));
    press(u"Save"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const ServerProfile after = current();
    QCOMPARE(after.id, before.id);
    QCOMPARE(kept(after.credentialKey()), m_central->adminPassword());
    QTRY_COMPARE(kept(before.credentialKey()), QByteArray()); // deleted from the keychain
    quit();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestChangedConnections::oldCredentialStaysUntilProfileIsSaved()
{
    beSignedInAtLab();
    const ServerProfile before = current();
    // The file cannot be written, as on a full disk.
    const QString file = m_home->filePath(u"servers.ini"_s);
    const QString aside = file + u".aside"_s;
    QVERIFY(QFile::rename(file, aside));
    QVERIFY(QDir().mkdir(file));
    edit(before);
    press(u"Password"_s);
    type(find<QLineEdit>(u"Password"_s), QString::fromUtf8(m_central->adminPassword()));
    press(u"Save"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY2(said().contains("servers.ini"_L1), qPrintable(said()));
    QCOMPARE(kept(before.credentialKey()), m_central->apiToken());
    // The next start reads the old profile and uses the old credential.
    const ProfileStore asWritten(aside);
    QVERIFY(asWritten.find(before.id));
    QCOMPARE(*asWritten.find(before.id), before);
    quit();
    QVERIFY(QDir().rmdir(file)); // QSettings caches unwritten values in this process
}

void TestChangedConnections::renamingKeepsCredential()
{
    beSignedInAtLab();
    const ServerProfile before = current();
    edit(before);
    auto *name = find<QLineEdit>(u"Name"_s);
    QVERIFY(name);
    name->selectAll();
    type(name, u"lab-2"_s);
    m_central->kill(); // no request is needed
    press(u"Save"_s);
    QTRY_COMPARE(window()->windowTitle(), u"lab-2 – Rox Tokens"_s);
    QVERIFY(rowCount() > 50); // its list stays, and its session
    QCOMPARE(current().credentialKey(), before.credentialKey());
    QCOMPARE(kept(before.credentialKey()), m_central->apiToken());
}

void TestChangedConnections::sessionIsNotSentToAnotherOrigin()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByBrowser(u"lab"_s);
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    // Another address of the same Central does not get the session.
    edit(current());
    auto *endpoint = find<QLineEdit>(u"Endpoint"_s);
    QVERIFY(endpoint);
    QVERIFY(endpoint->text().startsWith("localhost"_L1));
    endpoint->selectAll();
    type(endpoint, u"127.0.0.1:"_s + m_central->endpoint().section(u':', -1));
    m_opened.clear();
    press(u"Save"_s);
    press(u"Trust this certificate"_s);
    QTRY_VERIFY(!m_opened.isEmpty()); // a new sign-in is needed
    press(u"Cancel"_s);
    QTRY_VERIFY(find<QPushButton>(u"Save"_s)->isEnabled());
    press(u"Cancel"_s);
    QVERIFY(current().endpoint.base.host() == "localhost"_L1);
}

/// Also after an attempt with another error.
void TestChangedConnections::withdrawnTrustIsAskedForAgain()
{
    beSignedInAtLab();
    const ServerProfile before = current();
    edit(before);
    auto *token = find<QLineEdit>(u"API token"_s);
    QVERIFY(token);
    token->setFocus();
    token->insert(u"eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"_s);
    press(u"Save"_s);
    QTRY_VERIFY2(token->accessibleDescription().contains("refused it"_L1),
                 qPrintable(token->accessibleDescription()));
    press(u"Stop trusting this certificate"_s);
    token->selectAll();
    token->insert(QString::fromUtf8(m_central->apiToken()));
    press(u"Save"_s);
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(current().trust.trustedAt >= before.trust.trustedAt);
}

void TestChangedConnections::refusedCertificateIsNotTrustedLater()
{
    beSignedInAtLab();
    const QString port = m_central->endpoint().section(u':', -1);
    m_central.reset();
    m_central = std::make_unique<rox::test::DemoCentral>(QStringList{u"--port"_s, port});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    edit(current());
    auto *token = find<QLineEdit>(u"API token"_s);
    QVERIFY(token);
    token->setFocus();
    token->insert(QString::fromUtf8(m_central->apiToken()));
    press(u"Save"_s);
    press(u"Stay disconnected"_s);
    press(u"Stop trusting this certificate"_s);
    press(u"Save"_s);
    // The dialog shows the current certificate, without comparing it with the formerly trusted one.
    press(u"Trust this certificate"_s);
    QVERIFY(find<QPushButton>(u"Show tokens"_s));
}

void TestChangedConnections::connectionOfThisRunIsSaved()
{
    LaunchRequest request;
    request.endpoint = Endpoint::parse(m_central->endpoint()).value();
    request.credential = {Credential::Kind::ApiToken, {}, Secret(m_central->apiToken())};
    request.caFile = m_central->caFile();
    startProgram(std::chrono::seconds(15), std::move(request));
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY2(shownText().contains("Credential until Rox Tokens is closed"_L1),
             qPrintable(shownText()));
    QCOMPARE(filesHolding("servers"), QStringList());

    auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    servers->setFocus();
    QTest::keyClick(servers, Qt::Key_F2);
    auto *name = find<QLineEdit>(u"Name"_s);
    QVERIFY(name);
    QCOMPARE(name->window()->windowTitle(), u"Keep this connection"_s);
    QVERIFY(find<QLineEdit>(u"API token"_s)->text().isEmpty());
    name->selectAll();
    type(name, u"lab"_s);
    press(u"Keep connection"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QCOMPARE(servers->model()->rowCount(), 1); // listed once
    QCOMPARE(keptNow(), m_central->apiToken());
    quit();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY2(shownText().contains("Certificate checked by CA file"_L1), qPrintable(shownText()));
    QVERIFY2(shownText().contains("Credential in keychain"_L1), qPrintable(shownText()));
}

void TestChangedConnections::demoIsNotSaved()
{
    LaunchRequest request;
    request.demo = true;
    startProgram(std::chrono::seconds(15), std::move(request));
    QTRY_VERIFY(rowCount() > 50);
    auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    servers->setFocus();
    QTest::keyClick(servers, Qt::Key_F2);
    QVERIFY(!find<QLineEdit>(u"Name"_s, 200));
}

void TestChangedConnections::roxctlSessionsAreImported()
{
    QFile file(m_home->filePath(u"roxctl-config.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("centrals:\n  " + m_central->endpoint().toUtf8() + ":\n    access:\n"
               + "      accessToken: " + m_central->apiToken()
               + "\n      issuedAt: 2026-08-22T10:15:30Z\n");
    file.close();
    // A file with roxctl's format that others can read, which must be reported.
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    m_environment.insert(u"ROX_CONFIG_DIR"_s, m_home->path());
    startProgram();
    press(u"Import…"_s);
    auto *list = find<QTreeWidget>(u"Connections"_s);
    QVERIFY(list);
    QCOMPARE(list->topLevelItemCount(), 1);
    press(u"Import"_s);
    // The trust of roxctl is not imported.
    press(u"Look at the certificate…"_s);
    press(u"Trust this certificate"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(current().signIn, SignInMethod::Browser);
    QVERIFY(keptNow().contains(m_central->apiToken()));
    // A second import finds no new server.
    auto *import = window()->findChild<QAction *>(u"importServers"_s);
    QVERIFY(import);
    import->trigger();
    QVERIFY2(said().contains("chmod 600"_L1), qPrintable(said()));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestChangedConnections::emptyImportIsReported()
{
    m_environment.insert(u"ROX_CONFIG_DIR"_s, m_home->path());
    beSignedInAtLab();
    window()->findChild<QAction *>(u"importServers"_s)->trigger();
    QVERIFY2(said().contains("roxctl central login"_L1), qPrintable(said()));
    QVERIFY(!QApplication::activeModalWidget());
}

QTEST_MAIN(TestChangedConnections)
#include "tst_changedconnections.moc"
