// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "tests/app/connectingtest.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// A credential is found for the address, way of signing in and user that it was given for, and for
/// nothing else; what no profile names is not left in the keychain.
class TestBoundCredentials : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void aChangedServerGetsNoCredential_data();
    void aChangedServerGetsNoCredential();
    void theCredentialOfTheOldAddressIsForgotten();
    void removingAChangedServerForgetsItsCredential();
    void whatWasChangedBackIsFound();
    void cancelledTwiceWhileTheKeychainIsSlow();
    void cancelledAndConnectedAgainWhileTheKeychainIsSlow();

private:
    void changeFile(const QByteArray &from, const QByteArray &to);
    [[nodiscard]] bool isKeeping() const;
};

void TestBoundCredentials::changeFile(const QByteArray &from, const QByteArray &to)
{
    QFile file(m_home->filePath(u"servers.ini"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY2(text.contains(from), text.constData());
    text.replace(from, to);
    QVERIFY(file.resize(0));
    QVERIFY(file.seek(0));
    file.write(text);
}

bool TestBoundCredentials::isKeeping() const
{
    const QWidget *dialog = QApplication::activeModalWidget();
    const auto *step = dialog ? dialog->findChild<QLabel *>(u"promise"_s) : nullptr;
    return step && step->text().contains("Keeping the credential"_L1);
}

void TestBoundCredentials::aChangedServerGetsNoCredential_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("address") << QByteArray("localhost:") << QByteArray("127.0.0.1:");
    QTest::newRow("method") << QByteArray("signIn=password") << QByteArray("signIn=browser");
    QTest::newRow("user") << QByteArray("userName=admin") << QByteArray("userName=admim");
}

void TestBoundCredentials::aChangedServerGetsNoCredential()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QStringList before = keptKeys();
    QCOMPARE(before.size(), 1);
    quit();
    changeFile(from, to);
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    QVERIFY2(shownText().contains("lab was changed outside Rox Tokens."_L1),
             qPrintable(shownText()));
    QVERIFY2(shownText().contains("is not sent to"_L1), qPrintable(shownText()));
    QCOMPARE(rowCount(), 0);
    QCOMPARE(keptKeys(), before);
}

void TestBoundCredentials::theCredentialOfTheOldAddressIsForgotten()
{
    beSignedInAtLab();
    const QStringList before = keptKeys();
    quit();
    changeFile("localhost:", "127.0.0.1:");
    startProgram();
    press(u"Sign in…"_s);
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    field->insert(QString::fromUtf8(m_central->apiToken()));
    press(u"Sign in"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(keptNow(), m_central->apiToken());
    const QStringList after = keptKeys();
    QCOMPARE(after.size(), 1);
    QVERIFY(after != before);
}

void TestBoundCredentials::removingAChangedServerForgetsItsCredential()
{
    beSignedInAtLab();
    quit();
    changeFile("localhost:", "127.0.0.1:");
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    Q_EMIT window()->removeServerRequested(current().id);
    press(u"Remove server"_s);
    QTRY_VERIFY(m_program->servers()->parts()->profiles->profiles().isEmpty());
    QCOMPARE(keptKeys(), QStringList());
}

void TestBoundCredentials::whatWasChangedBackIsFound()
{
    beSignedInAtLab();
    quit();
    changeFile("localhost:", "127.0.0.1:");
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    quit();
    changeFile("127.0.0.1:", "localhost:");
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
}

/// The answer of the keychain comes when the form is gone.
void TestBoundCredentials::cancelledTwiceWhileTheKeychainIsSlow()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    QVERIFY(find<QPushButton>(u"Trust this certificate"_s));
    m_keyring->stop();
    press(u"Trust this certificate"_s);
    QTRY_VERIFY(isKeeping());
    press(u"Cancel"_s);
    QTRY_VERIFY(find<QPushButton>(u"Connect"_s)->isEnabled());
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    m_keyring->proceed();
    // Behind the write and what takes it back.
    bool isDone = false;
    m_program->servers()->parts()->keychain->forget(
        u"none"_s, this, [&](const KeychainResult<void> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QTRY_COMPARE(keptKeys(), QStringList());
    QVERIFY(m_program->servers()->parts()->profiles->profiles().isEmpty());
}

void TestBoundCredentials::cancelledAndConnectedAgainWhileTheKeychainIsSlow()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    QVERIFY(find<QPushButton>(u"Trust this certificate"_s));
    m_keyring->stop();
    press(u"Trust this certificate"_s);
    QTRY_VERIFY(isKeeping());
    press(u"Cancel"_s);
    QTRY_VERIFY(find<QPushButton>(u"Connect"_s)->isEnabled());
    press(u"Connect"_s); // trusted in this form already
    QTRY_VERIFY(isKeeping());
    m_keyring->proceed();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_COMPARE(keptKeys().size(), 1);
    QCOMPARE(keptNow(), m_central->apiToken());
    quit();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
}

QTEST_MAIN(TestBoundCredentials)
#include "tst_boundcredentials.moc"
