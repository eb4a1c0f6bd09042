// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// While a list is shown, the server's certificate changes, or Central refuses the token in use:
/// the window shows it everywhere at once, and its buttons work. Real demo Central and keyring.
class TestAlarms : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void revokedOwnTokenIsShownEverywhere();
    void lockedKeychainKeepsRevokedToken();
    void changedCertificateIsShownAtOnce();
    void stayingDisconnectedKeepsAlarm();
    void untrustedCertificateOffersCaFile();
    void missingCaFileIsReported();
    void missingCaFileIsReportedAtStart();
    void unstoredCredentialIsAskedFor();

private:
    void revokeOwnToken();
    void restartCentral();
    void connectByCaFile(const QString &caFile);
    [[nodiscard]] QString copiedCaFile() const;
    [[nodiscard]] QString said() const
    {
        const Message &message = window()->messageBar()->message();
        return message.lead + u' ' + message.text;
    }
    [[nodiscard]] static QString sidebarRow()
    {
        const auto *servers = find<QAbstractItemView>(u"Servers"_s);
        return servers ? servers->model()->index(0, 0).data(Qt::AccessibleTextRole).toString()
                       : QString();
    }
    [[nodiscard]] QString labelled(const QString &objectName) const
    {
        const auto *label = window()->findChild<QLabel *>(objectName);
        return label && label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QAction *action(MainWindow::Action which) const
    {
        return window()->action(which);
    }
    void caFileFieldIsAsked(const QString &sentence);
    [[nodiscard]] QString keyOfCurrent() const; ///< the credential's keychain key
    [[nodiscard]] static QString textOf(const QWidget *dialog);
};

QString TestAlarms::textOf(const QWidget *dialog)
{
    QString all;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    return all;
}

void TestAlarms::revokeOwnToken()
{
    QTRY_VERIFY(labelled(u"signedInAs"_s).startsWith("Signed in as rox-tokens-demo"_L1));
    auto *tokens = find<QTableView>(u"Tokens"_s);
    QVERIFY(tokens);
    const int row = rowOf(tokens, u"rox-tokens-demo"_s);
    QVERIFY(row >= 0);
    clickRow(tokens, row, 1);
    QTRY_COMPARE(window()->selectedCount(), 1);
    QTRY_VERIFY(shownText().contains("This is the token you are signed in with."_L1));
    action(MainWindow::Action::Revoke)->trigger();
    auto *word = find<QLineEdit>(u"Confirmation"_s); // revoking an Admin token needs a typed word
    QVERIFY(word);
    type(word, u"revoke"_s);
    press(u"Revoke"_s);
    press(u"Revoke it"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestAlarms::restartCentral()
{
    // A new demo Central, with another certificate, has the same address.
    const QString port = m_central->endpoint().section(u':', -1);
    m_central.reset();
    m_central = std::make_unique<rox::test::DemoCentral>(QStringList{u"--port"_s, port});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

QString TestAlarms::copiedCaFile() const
{
    const QString copy = m_home->filePath(u"ca.pem"_s);
    return QFile::copy(m_central->caFile(), copy) ? copy : QString();
}

void TestAlarms::connectByCaFile(const QString &caFile)
{
    startProgram();
    press(u"Connect to Central…"_s);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    type(file, caFile);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestAlarms::caFileFieldIsAsked(const QString &sentence)
{
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    QTRY_COMPARE(file->window()->focusWidget(), file);
    QVERIFY2(textOf(file->window()).contains(sentence), qPrintable(textOf(file->window())));
}

QString TestAlarms::keyOfCurrent() const
{
    return current().credentialKey();
}

void TestAlarms::revokedOwnTokenIsShownEverywhere()
{
    beSignedInAtLab();
    const QString key = keyOfCurrent();
    QVERIFY(!kept(key).isEmpty());
    revokeOwnToken();
    QTRY_VERIFY2(said().startsWith("You revoked the token you were signed in with."_L1),
                 qPrintable(said()));
    QVERIFY2(said().contains("lab refuses it since "_L1), qPrintable(said()));
    QCOMPARE(labelled(u"signedInAs"_s), u"Not signed in"_s);
    QVERIFY2(sidebarRow().contains("Not signed in"_L1), qPrintable(sidebarRow()));
    for (const auto which :
         {MainWindow::Action::Refresh, MainWindow::Action::Revoke, MainWindow::Action::Generate}) {
        QVERIFY(!action(which)->isEnabled());
        const QString why = action(which)->toolTip();
        QVERIFY2(why.contains("sign in to lab first"_L1), qPrintable(why));
    }
    QTRY_VERIFY2(shownText().contains("You were signed in with this token until "_L1),
                 qPrintable(shownText()));
    QVERIFY(!shownText().contains("you are signed in with"_L1));
    // The status bar shows it after the keychain was read again.
    QTRY_COMPARE(labelled(u"credentialState"_s), u"Credential taken out of the keychain"_s);
    QCOMPARE(kept(key), QByteArray());
    auto *signIn = find<QPushButton>(u"Sign in…"_s);
    QVERIFY(signIn);
    QTRY_COMPARE(window()->focusWidget(), signIn);
    QTest::keyClick(signIn, Qt::Key_Return);
    auto *token = find<QLineEdit>(u"API token"_s);
    QVERIFY(token);
    // No credential is stored that could be kept.
    QVERIFY2(!textOf(token->window()).contains("leave empty"_L1),
             qPrintable(textOf(token->window())));
    press(u"Cancel"_s);
}

void TestAlarms::lockedKeychainKeepsRevokedToken()
{
    beSignedInAtLab();
    const QString key = keyOfCurrent();
    QVERIFY(m_keyring->lock());
    revokeOwnToken();
    QTRY_COMPARE(labelled(u"credentialState"_s), u"Keychain locked"_s);
    QCOMPARE(labelled(u"signedInAs"_s), u"Not signed in"_s);
    QVERIFY(m_keyring->unlock());
    QVERIFY(!kept(key).isEmpty());
}

void TestAlarms::changedCertificateIsShownAtOnce()
{
    beSignedInAtLab();
    QTRY_VERIFY(labelled(u"signedInAs"_s).startsWith("Signed in as"_L1));
    restartCentral();
    action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY2(said().startsWith("lab shows another certificate"_L1), qPrintable(said()));
    QCOMPARE(window()->messageBar()->message().severity, Severity::Bad);
    QCOMPARE(window()->messageBar()->message().symbol, u"alarm"_s);
    QVERIFY2(sidebarRow().contains("Certificate changed"_L1), qPrintable(sidebarRow()));
    QCOMPARE(labelled(u"certificateState"_s), u"Certificate changed"_s);
    QCOMPARE(labelled(u"signedInAs"_s), u"Not signed in"_s);
    QVERIFY2(!shownText().contains("Offline"_L1), qPrintable(shownText()));
    QVERIFY(!action(MainWindow::Action::Generate)->isEnabled());
    QVERIFY2(action(MainWindow::Action::Generate)->toolTip().contains("another certificate"_L1),
             qPrintable(action(MainWindow::Action::Generate)->toolTip()));
    QVERIFY(rowCount() > 50); // the list stays readable
}

void TestAlarms::stayingDisconnectedKeepsAlarm()
{
    beSignedInAtLab();
    restartCentral();
    action(MainWindow::Action::Refresh)->trigger();
    press(u"Look at the certificate…"_s);
    press(u"Stay disconnected"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY2(said().startsWith("lab shows another certificate"_L1), qPrintable(said()));
    QVERIFY(rowCount() > 50);
    press(u"Look at the certificate…"_s); // can be repeated
    QVERIFY(find<QPushButton>(u"Stay disconnected"_s));
    press(u"Stay disconnected"_s);
}

void TestAlarms::untrustedCertificateOffersCaFile()
{
    connectByCaFile(copiedCaFile());
    restartCentral();
    action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY2(said().startsWith("The certificate of lab is not trusted."_L1),
                 qPrintable(said()));
    QVERIFY2(sidebarRow().contains("Certificate not trusted"_L1), qPrintable(sidebarRow()));
    QCOMPARE(labelled(u"certificateState"_s), u"Certificate not trusted"_s);
    QVERIFY2(!shownText().contains("Offline"_L1), qPrintable(shownText()));
    press(u"Look at the certificate…"_s);
    press(u"Use a CA file…"_s);
    caFileFieldIsAsked(u"Choose the file with Central's authority"_s);
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(find<QPushButton>(u"Look at the certificate…"_s)); // the alarm is still shown
}

void TestAlarms::missingCaFileIsReported()
{
    const QString caFile = copiedCaFile();
    connectByCaFile(caFile);
    QVERIFY(QFile::remove(caFile));
    restartCentral();
    action(MainWindow::Action::Refresh)->trigger();
    press(u"Look at the certificate…"_s);
    QTRY_VERIFY2(said().startsWith("The CA certificate file cannot be used."_L1),
                 qPrintable(said()));
    QVERIFY2(said().contains("ca.pem"_L1), qPrintable(said()));
    QVERIFY(rowCount() > 50);
    press(u"Edit connection…"_s);
    caFileFieldIsAsked(u"The CA certificate file cannot be used."_s);
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    press(u"Close message"_s);
    QVERIFY(find<QPushButton>(u"Look at the certificate…"_s));
}

void TestAlarms::missingCaFileIsReportedAtStart()
{
    const QString caFile = copiedCaFile();
    connectByCaFile(caFile);
    quit();
    QVERIFY(QFile::remove(caFile));
    startProgram();
    press(u"Edit connection…"_s);
    caFileFieldIsAsked(u"The CA certificate file cannot be used."_s);
    press(u"Cancel"_s);
}

void TestAlarms::unstoredCredentialIsAskedFor()
{
    startProgram();
    press(u"Connect to Central…"_s);
    auto *keep = find<QAbstractButton>(u"Keep in keychain"_s);
    QVERIFY(keep);
    QTRY_VERIFY(keep->isEnabled());
    click(keep);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    quit();
    startProgram();
    QTRY_VERIFY2(shownText().contains("You chose not to keep the credential."_L1),
                 qPrintable(shownText()));
    QVERIFY(!shownText().contains("It was removed there"_L1));
    press(u"Sign in…"_s);
    QVERIFY(find<QLineEdit>(u"API token"_s));
    press(u"Cancel"_s);
}

QTEST_MAIN(TestAlarms)
#include "tst_alarms.moc"
