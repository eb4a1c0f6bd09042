// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/renewal.h"
#include "app/servers/session.h"
#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Whatever happens to the keyring, the session or the screen: the window stays live, its words are
/// true, and no credential is lost.
class TestKeptCredentials : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void lockedKeyringOffersToUnlock();
    void hungKeyringDoesNotBlockTheWindow();
    void killedKeyringIsSaid();
    void withoutKeyringTheCredentialLastsUntilTheEnd();
    void choiceNotToKeepIsNoKeychainError();
    void sessionIsRenewedBeforeItEnds();
    void lockedScreenClearsTheCredential();
    void credentialInMemoryAloneSurvivesTheScreenLock();
    void lockedCredentialKeepsItsServer();
    void removalWithoutKeyringIsSaid();
    void formUnlocksTheKeyring();
    void cancelWhileKeepingChangesNothing();
};

void TestKeptCredentials::lockedKeyringOffersToUnlock()
{
    beSignedInAtLab();
    quit();
    QVERIFY(m_keyring->lock());
    startProgram();
    QVERIFY(find<QPushButton>(u"Unlock…"_s));
    QVERIFY2(shownText().contains("The keychain is locked."_L1), qPrintable(shownText()));
    QVERIFY2(shownText().contains("is still in it"_L1), qPrintable(shownText()));
    QVERIFY(!QApplication::activeModalWidget()); // not the sign-in form
    QVERIFY(m_keyring->unlock());
    press(u"Unlock…"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestKeptCredentials::hungKeyringDoesNotBlockTheWindow()
{
    beSignedInAtLab();
    quit();
    m_keyring->stop();
    startProgram(std::chrono::milliseconds(800));
    // While it hangs the window answers: a form opens and closes.
    press(u"Add server"_s);
    press(u"Cancel"_s);
    QVERIFY(find<QPushButton>(u"Try again"_s));
    QVERIFY2(shownText().contains("The keychain did not answer in time."_L1),
             qPrintable(shownText()));
    m_keyring->proceed();
    press(u"Try again"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestKeptCredentials::killedKeyringIsSaid()
{
    beSignedInAtLab();
    const ServerId id = currentId();
    quit();
    m_keyring->kill();
    startProgram();
    QTRY_VERIFY2(shownText().contains("offers no keychain"_L1), qPrintable(shownText()));
    QVERIFY(profiles()->find(id.value())); // nothing was thrown away
    m_keyring = std::make_unique<Keyring>(m_bus, Keyring::Begin::Unlocked);
    QVERIFY2(m_keyring->isUp(), qPrintable(m_keyring->why()));
    m_program->servers()->show(id);
    QTRY_VERIFY(rowCount() > 50);
}

void TestKeptCredentials::withoutKeyringTheCredentialLastsUntilTheEnd()
{
    m_keyring.reset();
    startProgram();
    press(u"Connect to Central…"_s);
    auto *keep = find<QAbstractButton>(u"Keep in keychain"_s);
    QVERIFY(keep);
    QTRY_VERIFY(!keep->isEnabled());
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY2(shownText().contains("Credential until Rox Tokens is closed"_L1),
                 qPrintable(shownText()));
}

void TestKeptCredentials::choiceNotToKeepIsNoKeychainError()
{
    startProgram();
    press(u"Connect to Central…"_s);
    press(u"Keep in keychain"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY2(shownText().contains("Credential until Rox Tokens is closed"_L1),
             qPrintable(shownText()));
    QCOMPARE(keptKeys(), QStringList());
    quit();
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    QVERIFY2(shownText().contains("Sign in to lab"_L1), qPrintable(shownText()));
    QVERIFY2(shownText().contains("You chose not to keep the credential."_L1),
             qPrintable(shownText()));
    QVERIFY2(!shownText().contains("keychain has no"_L1), qPrintable(shownText()));
    press(u"Sign in…"_s);
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    QCOMPARE(field->window()->windowTitle(), u"Sign in to lab"_s);
    QCOMPARE(field->window()->findChild<QLabel *>(u"signInReason"_s)->text(),
             u"You chose not to keep the credential."_s);
    QVERIFY(!find<QAbstractButton>(u"Keep in keychain"_s)->isChecked());
    press(u"Cancel"_s);
    QTRY_VERIFY(!window()->findChild<ConnectDialog *>());
    // The menu's way asks for it too.
    Q_EMIT window()->serverList()->editRequested(ServerId(current().id));
    field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    QTRY_VERIFY(field->hasFocus());
    QVERIFY2(!field->accessibleDescription().contains("leave empty"_L1),
             qPrintable(field->accessibleDescription()));
}

void TestKeptCredentials::sessionIsRenewedBeforeItEnds()
{
    m_central.reset();
    // In its last quarter the next one is asked for.
    m_central = std::make_unique<rox::test::DemoCentral>(
        QStringList{u"--tokens"_s, u"50"_s, u"--session-lifetime"_s, u"12"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    auto *renewal = m_program->context()->sessions->findChild<Renewal *>();
    QVERIFY(renewal);
    const UtcMs end = renewal->endsAt();
    QTRY_VERIFY_WITH_TIMEOUT(renewal->endsAt() > end, 20'000);
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(!find<QPushButton>(u"Sign in again…"_s, 100));
}

void TestKeptCredentials::lockedScreenClearsTheCredential()
{
    beSignedInAtLab();
    ServerActions *servers = m_program->servers();
    servers->clearCredentials();
    QTRY_VERIFY(sessions().isEmpty());
    QVERIFY2(shownText().contains("The screen is locked"_L1), qPrintable(shownText()));
    servers->openAgain();
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY(window()->action(MainWindow::Action::Generate)->isEnabled());
    // A dialog may hold what nobody can give again: it stays, and so does the session.
    window()->action(MainWindow::Action::Generate)->trigger();
    QVERIFY(find<QLineEdit>(u"Token name"_s));
    servers->clearCredentials();
    QVERIFY(!sessions().isEmpty());
    press(u"Cancel"_s);
    QTRY_VERIFY(sessions().isEmpty()); // now that nothing is in the way
    // Where no signal says that somebody is back, a button does.
    press(u"Open again"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestKeptCredentials::credentialInMemoryAloneSurvivesTheScreenLock()
{
    m_keyring.reset();
    startProgram();
    press(u"Connect to Central…"_s);
    auto *keep = find<QAbstractButton>(u"Keep in keychain"_s);
    QVERIFY(keep);
    QTRY_VERIFY(!keep->isEnabled());
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    m_program->servers()->clearCredentials();
    QVERIFY(!sessions().isEmpty()); // nobody could give it again
}

void TestKeptCredentials::lockedCredentialKeepsItsServer()
{
    beSignedInAtLab();
    const ServerId id = currentId();
    const QString key = current().credentialKey();
    QVERIFY(m_keyring->lock());
    Q_EMIT window()->serverList()->removeRequested(id);
    press(u"Remove server"_s);
    // Nobody answers the prompt here: it is still kept, and the server still listed.
    QTRY_VERIFY2(window()->messageBar()->message().lead.contains("was not removed"_L1),
                 qPrintable(window()->messageBar()->message().lead));
    QVERIFY(profiles()->find(id.value()));
    QVERIFY(m_keyring->unlock());
    QVERIFY(!kept(key).isEmpty());
    Q_EMIT window()->serverList()->removeRequested(id);
    press(u"Remove server"_s);
    QTRY_VERIFY(!profiles()->find(id.value()));
    QVERIFY(kept(key).isEmpty());
}

void TestKeptCredentials::removalWithoutKeyringIsSaid()
{
    beSignedInAtLab();
    const ServerId id = currentId();
    m_keyring->kill();
    Q_EMIT window()->serverList()->removeRequested(id);
    press(u"Remove server"_s);
    QTRY_VERIFY(!profiles()->find(id.value()));
    const QString said = window()->messageBar()->message().lead;
    QVERIFY2(said.contains("is still in it"_L1), qPrintable(said));
}

void TestKeptCredentials::formUnlocksTheKeyring()
{
    beSignedInAtLab();
    const ServerId id = currentId();
    QVERIFY(m_keyring->lock());
    Q_EMIT window()->serverList()->editRequested(id);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    file->insert(m_central->caFile());
    press(u"Save"_s);
    // The prompt finds nobody: said, and nothing is lost.
    auto *save = find<QPushButton>(u"Save"_s);
    QTRY_VERIFY(save->isEnabled());
    QCOMPARE(file->text(), m_central->caFile());
    QVERIFY(m_keyring->unlock());
    press(u"Save"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(keptNow(), m_central->apiToken());
}

void TestKeptCredentials::cancelWhileKeepingChangesNothing()
{
    beSignedInAtLab();
    const ServerProfile before = *profiles()->find(currentId().value());
    Q_EMIT window()->serverList()->editRequested(ServerId(before.id));
    press(u"Password"_s);
    type(find<QLineEdit>(u"Password"_s), QString::fromUtf8(m_central->adminPassword()));
    m_keyring->stop(); // it hangs where the credential is to be kept
    press(u"Save"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shownText().contains("Keeping the credential"_L1)
                                 || QApplication::activeModalWidget()
                                        ->findChild<QLabel *>(u"promise"_s)
                                        ->text()
                                        .contains("Keeping the credential"_L1),
                             15'000);
    press(u"Cancel"_s);
    QTRY_VERIFY(find<QPushButton>(u"Save"_s)->isEnabled());
    press(u"Cancel"_s);
    m_keyring->proceed();
    QTRY_COMPARE(kept(before.credentialKey()), m_central->apiToken());
    QCOMPARE(*profiles()->find(before.id), before);
}

QTEST_MAIN(TestKeptCredentials)
#include "tst_keptcredentials.moc"
