// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// A credential is found for the address, sign-in method and user that it was given for, and for no
/// other; a credential that no profile names is removed from the keychain.
class TestBoundCredentials : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void changedServerGetsNoCredential_data();
    void changedServerGetsNoCredential();
    void credentialOfTheOldAddressIsForgotten();
    void removedChangedServerLeavesNoCredential();
    void credentialIsFoundAfterChangingBack();
    void cancelledConnectLeavesNoCredential();
    void connectAfterACancelKeepsOneCredential();
    void orphanIsForgotten();
    void emptiedListOffersItsLastCopy();
    void changeByAnotherWindowIsReadBeforeOpening();
    void liveSessionEndsWhenItsAddressIsAnotherOne();
    void windowLeavesAServerThatAnotherWindowRemoved();
    void formShowsTheProfileAsTheFileHasIt();
    void trustIsAddedToTheProfileAsTheFileHasIt();

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

void TestBoundCredentials::changedServerGetsNoCredential_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("address") << QByteArray("localhost:") << QByteArray("127.0.0.1:");
    QTest::newRow("method") << QByteArray("signIn=password") << QByteArray("signIn=browser");
    QTest::newRow("user") << QByteArray("userName=admin") << QByteArray("userName=admim");
}

void TestBoundCredentials::changedServerGetsNoCredential()
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

void TestBoundCredentials::credentialOfTheOldAddressIsForgotten()
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
    QTRY_COMPARE(keptKeys().size(), 1);
    QVERIFY(keptKeys() != before);
}

void TestBoundCredentials::removedChangedServerLeavesNoCredential()
{
    beSignedInAtLab();
    quit();
    changeFile("localhost:", "127.0.0.1:");
    startProgram();
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    Q_EMIT window()->serverList()->removeRequested(ServerId(current().id));
    press(u"Remove server"_s);
    QTRY_VERIFY(profiles()->profiles().isEmpty());
    QCOMPARE(keptKeys(), QStringList());
}

void TestBoundCredentials::credentialIsFoundAfterChangingBack()
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
void TestBoundCredentials::cancelledConnectLeavesNoCredential()
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
    // Queued behind the write and its removal.
    bool isDone = false;
    m_program->servers()->parts()->vault->forget(
        ServerProfile(), this, [&](const KeychainResult<void> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QTRY_COMPARE(keptKeys(), QStringList());
    QVERIFY(profiles()->profiles().isEmpty());
}

void TestBoundCredentials::connectAfterACancelKeepsOneCredential()
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

/// Left by a process that ended between writing the credential and its profile.
void TestBoundCredentials::orphanIsForgotten()
{
    beSignedInAtLab();
    const QString file = m_home->filePath(u"servers.ini"_s);
    CredentialVault ours(std::make_unique<KeychainStore>(), file);
    CredentialVault others(std::make_unique<KeychainStore>(), m_home->filePath(u"other/s.ini"_s));
    ServerProfile orphan = current();
    ServerProfile foreign = current();
    ours.beginCredential(&orphan);
    others.beginCredential(&foreign); // another profile file, which may name it
    int written = 0;
    for (const auto &profile : {orphan, foreign})
        ours.keep(profile, CredentialVault::Place::Keychain, Secret("lost"), this,
                  [&](const KeychainResult<void> &kept) { written += kept.has_value() ? 1 : 0; });
    QTRY_COMPARE(written, 2);
    const ProfileStore profiles(file);
    const UtcMs now = QDateTime::currentMSecsSinceEpoch();
    const UtcMs later = now + CredentialVault::OrphanAge + MinuteMs;
    QSignalSpy found(&ours, &CredentialVault::orphansFound);
    const auto countAt = [&](UtcMs time) {
        found.clear();
        ours.forgetOrphans(&profiles, time);
        return found.wait() ? found.constFirst().constFirst().toInt() : -1;
    };
    QCOMPARE(countAt(now), 0); // too young: another process may be about to write its profile
    QVERIFY(m_keyring->lock());
    QCOMPARE(countAt(later), 0);
    QVERIFY(m_keyring->unlock());
    changeFile("schema=1", "schema=2"); // a file whose profiles are not known
    QCOMPARE(countAt(later), 0);
    changeFile("schema=2", "schema=1");
    QCOMPARE(keptKeys().size(), 3);
    QCOMPARE(countAt(later), 1);
    QTRY_COMPARE(keptKeys().size(), 2);
    QVERIFY(kept(orphan.credentialKey()).isEmpty());
    QCOMPARE(kept(foreign.credentialKey()), QByteArray("lost"));
    QCOMPARE(keptNow(), m_central->apiToken());
}

/// The credential is still in the keychain, and found again.
void TestBoundCredentials::emptiedListOffersItsLastCopy()
{
    beSignedInAtLab();
    quit();
    QVERIFY(QFile::resize(m_home->filePath(u"servers.ini"_s), 0));
    startProgram();
    const Message said = window()->messageBar()->message();
    QVERIFY2(said.lead.contains("is empty"_L1), qPrintable(said.spoken()));
    QVERIFY2(said.text.contains("lab"_L1), qPrintable(said.spoken()));
    QCOMPARE(keptKeys().size(), 1);
    press(u"Use the copy"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(keptNow(), m_central->apiToken());
    quit();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->messageBar()->message().lead, QString());
}

void TestBoundCredentials::changeByAnotherWindowIsReadBeforeOpening()
{
    beSignedInAtLab();
    const QString file = m_home->filePath(u"servers.ini"_s);
    CredentialVault vault(std::make_unique<KeychainStore>(), file);
    const ServerProfile before = current();
    ServerProfile changed = before;
    changed.name = u"renamed"_s;
    vault.beginCredential(&changed);
    bool isDone = false;
    vault.keep(changed, CredentialVault::Place::Keychain, Secret(m_central->apiToken()), this,
               [&](const KeychainResult<void> &kept) { isDone = kept.has_value(); });
    QTRY_VERIFY(isDone);
    QVERIFY(ProfileStore(file).add(changed));
    isDone = false;
    vault.forget(before, this, [&](const KeychainResult<void> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    m_program->servers()->show(ServerId(before.id));
    QTRY_COMPARE(window()->windowTitle(), u"renamed – Rox Tokens"_s);
    QTRY_VERIFY2(rowCount() > 50, qPrintable(shownText()));
    QCOMPARE(pool()->find(ServerId(before.id))->entry().profile, current());
}

void TestBoundCredentials::liveSessionEndsWhenItsAddressIsAnotherOne()
{
    beSignedInAtLab();
    const QPointer<Session> before = pool()->find(currentId());
    changeFile("localhost:", "127.0.0.1:");
    m_program->servers()->show(currentId());
    QTRY_VERIFY(!before);
    QVERIFY(find<QPushButton>(u"Sign in…"_s));
    QVERIFY2(shownText().contains("lab was changed outside Rox Tokens."_L1),
             qPrintable(shownText()));
    QCOMPARE(rowCount(), 0);
}

void TestBoundCredentials::windowLeavesAServerThatAnotherWindowRemoved()
{
    beSignedInAtLab();
    const ServerId lab = currentId();
    ServerProfile other = directory()->freshProfile(u"other"_s);
    other.endpoint = current().endpoint;
    QVERIFY(directory()->keep(other));
    QVERIFY(ProfileStore(m_home->filePath(u"servers.ini"_s)).remove(lab.value()));
    directory()->refresh();
    QTRY_COMPARE(window()->windowTitle(), u"other – Rox Tokens"_s);
    QVERIFY(!pool()->find(lab));
}

void TestBoundCredentials::formShowsTheProfileAsTheFileHasIt()
{
    beSignedInAtLab();
    changeFile("name=lab", "name=renamed");
    auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    servers->setFocus();
    QTest::keyClick(servers, Qt::Key_F2);
    auto *name = find<QLineEdit>(u"Name"_s);
    QVERIFY(name);
    QCOMPARE(name->text(), u"renamed"_s);
    press(u"Cancel"_s);
}

void TestBoundCredentials::trustIsAddedToTheProfileAsTheFileHasIt()
{
    beSignedInAtLab();
    const QByteArray trusted = current().trust.certificate->sha256;
    // A new demo Central, with another certificate, has the same address.
    const QString port = m_central->endpoint().section(u':', -1);
    m_central.reset();
    m_central = std::make_unique<rox::test::DemoCentral>(QStringList{u"--port"_s, port});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    window()->action(MainWindow::Action::Refresh)->trigger();
    press(u"Look at the certificate…"_s);
    auto *compared =
        find<QAbstractButton>(u"I compared the new fingerprint with whoever runs this Central"_s);
    QVERIFY(compared);
    changeFile("name=lab", "name=renamed");
    compared->setFocus();
    QTest::keyClick(compared, Qt::Key_Space);
    press(u"Trust the new certificate"_s);
    QTRY_VERIFY(current().trust.certificate->sha256 != trusted);
    QCOMPARE(current().name, u"renamed"_s);
    const ProfileStore written(m_home->filePath(u"servers.ini"_s));
    QCOMPARE(*written.find(currentId().value()), current());
}

QTEST_MAIN(TestBoundCredentials)
#include "tst_boundcredentials.moc"
