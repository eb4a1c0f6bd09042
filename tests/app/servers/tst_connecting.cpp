// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Sets a Central up and opens it again, with a real window and keyring and a demo Central.
class TestConnecting : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void firstConnectionIsStored();
    void tokenIsOnlyInKeyring();
    void twoProfilesOnOneHost();
    void wrongPasswordKeepsInput();
    void caFileIsTrusted();
    void caFileIsReadBeforeConnecting();
    void refusingTheCertificateIsNoError();
    void signInWithoutRightsOffersAnother();
    void oldRowsAreRemovedBeforeNewTitle();
    void removingDeletesCredential();
    void browserSignInIsStored();
    void changedCertificateIsAnAlarm();
    void theLastServersPageIsThereAtOnce();
    void oneConnectSignsInOnce();
    void hostWithATrailingDotIsTheSame();
    void addressOfThePageCanBeCopied();
    void pastedAddressAndPasswordAreMended();
};

void TestConnecting::firstConnectionIsStored()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    // The certificate is not trusted: its facts are shown, and Cancel has the focus.
    auto *fingerprint = find<QWidget>(u"SHA-256 fingerprint"_s);
    QVERIFY(fingerprint);
    QTRY_VERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY2(shownText().contains("Certificate trusted by you"_L1), qPrintable(shownText()));
    QVERIFY2(shownText().contains("Credential in keychain"_L1), qPrintable(shownText()));
    quit();

    // The second start asks nothing.
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QVERIFY(filesHolding(m_central->adminPassword()).isEmpty());
}

void TestConnecting::tokenIsOnlyInKeyring()
{
    beSignedInAtLab();
    QCOMPARE(keptNow(), m_central->apiToken());
    quit();
    QCOMPARE(filesHolding(m_central->apiToken()), QStringList());
    QCOMPARE(filesHolding(m_central->apiToken().toBase64()), QStringList());
    // Its signature must not be in a file either.
    QCOMPARE(filesHolding(m_central->apiToken().split('.').last().left(40)), QStringList());
    QFile commandLine(u"/proc/self/cmdline"_s);
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    QVERIFY(!commandLine.readAll().contains(m_central->apiToken()));
}

void TestConnecting::twoProfilesOnOneHost()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"as token"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const ServerId first = currentId();
    QCOMPARE(keptNow(), m_central->apiToken());
    press(u"Add server"_s);
    connectByPassword(u"as admin"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const ServerId second = currentId();
    QVERIFY(first != second);
    QCOMPARE(keptNow(), m_central->adminPassword());
    // Ctrl+1 selects the first server, which has another user.
    window()->activateWindow(); // the offscreen platform does not activate the parent of a closed
                                // dialog
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(currentId(), first);
    QTRY_VERIFY2(shownText().contains("Signed in as rox-tokens-demo"_L1), qPrintable(shownText()));
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(currentId(), second);
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestConnecting::wrongPasswordKeepsInput()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, "not the password");
    press(u"Trust this certificate"_s);
    auto *connect = find<QPushButton>(u"Connect"_s);
    QTRY_VERIFY(connect->isEnabled());
    QCOMPARE(find<QLineEdit>(u"Name"_s)->text(), u"lab"_s);
    QCOMPARE(find<QLineEdit>(u"User name"_s)->text(), u"admin"_s);
    QCOMPARE(find<QLineEdit>(u"Endpoint"_s)->text(), m_central->endpoint());
    QVERIFY(profiles()->profiles().isEmpty());
    // The next password replaces the wrong one.
    auto *password = find<QLineEdit>(u"Password"_s);
    QCOMPARE(password->window()->focusWidget(), password);
    QCOMPARE(password->selectedText().size(), password->text().size());
}

/// The user pressed Cancel there and knows why nothing was connected.
void TestConnecting::refusingTheCertificateIsNoError()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    QVERIFY(find<QWidget>(u"SHA-256 fingerprint"_s));
    press(u"Cancel"_s);
    auto *connect = find<QPushButton>(u"Connect"_s);
    QTRY_VERIFY(connect->isEnabled());
    const QWidget *form = connect->window();
    for (const auto *bar : form->findChildren<QWidget *>(u"message"_s))
        QVERIFY2(!bar->isVisible(), qPrintable(bar->accessibleDescription()));
    QCOMPARE(find<QLineEdit>(u"Name"_s)->text(), u"lab"_s);
    QVERIFY(profiles()->profiles().isEmpty());
}

void TestConnecting::signInWithoutRightsOffersAnother()
{
    ScriptedCentral central;
    central.access = {};
    startProgram();
    press(u"Connect to Central…"_s);
    type(find<QLineEdit>(u"Name"_s), u"staging"_s);
    type(find<QLineEdit>(u"Endpoint"_s), central.connection().endpoint.display());
    find<QLineEdit>(u"API token"_s)->insert(QString::fromLatin1(apiToken(u"own-id"_s)));
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
    press(u"Sign in differently…"_s);
    QTRY_VERIFY(QApplication::activeModalWidget()
                && QApplication::activeModalWidget()->windowTitle() == u"Sign in to staging"_s);
    auto *token = find<QLineEdit>(u"API token"_s);
    QVERIFY(token && token->text().isEmpty());
    QTRY_COMPARE(token->window()->focusWidget(), token);
    // Other rights with the next credential: the window lists the tokens.
    central.access = {{u"Integration"_s, Access::ReadWrite}};
    central.tokens = {tokenNamed(u"one"_s)};
    token->insert(QString::fromLatin1(apiToken(u"own-id"_s)));
    press(u"Sign in"_s);
    press(u"Show tokens"_s);
    QTRY_COMPARE(rowCount(), 1);
}

void TestConnecting::caFileIsTrusted()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Use a CA file…"_s);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    QTRY_COMPARE(file->window()->focusWidget(), file);
    file->insert(m_central->caFile());
    press(u"Connect"_s);
    // Central's default certificate is trusted by the CA file, so nothing is asked.
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY2(shownText().contains("Certificate checked by CA file"_L1),
                 qPrintable(shownText()));
}

void TestConnecting::caFileIsReadBeforeConnecting()
{
    startProgram();
    press(u"Connect to Central…"_s);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    const auto choose = [file](const QString &path) {
        press(u"Choose CA certificate file"_s);
        auto *files = file->window()->findChild<QFileDialog *>();
        QVERIFY(files);
        Q_EMIT files->fileSelected(path);
        delete files;
    };
    QFile key(m_home->filePath(u"ca.key"_s));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("-----BEGIN PRIVATE KEY-----\n");
    key.close();
    choose(key.fileName());
    QTRY_VERIFY2(file->accessibleDescription().startsWith(
                     "This file holds a private key, and no certificate."_L1),
                 qPrintable(file->accessibleDescription()));
    choose(m_central->caFile());
    QTRY_VERIFY2(file->accessibleDescription().startsWith(
                     "Certificate of StackRox Certificate Authority, valid until "_L1),
                 qPrintable(file->accessibleDescription()));
    file->clear();
    QVERIFY(!file->accessibleDescription().contains("StackRox"_L1));
}

void TestConnecting::oldRowsAreRemovedBeforeNewTitle()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"one"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(profiles()->profiles().size(), 1);
    ServerProfile two = profiles()->profiles().first();
    const ServerId one(two.id);
    two.id = QUuid::createUuid();
    two.name = u"two"_s;
    QVERIFY(directory()->keep(two));
    const QAbstractItemModel *model = find<QTableView>(u"Tokens"_s)->model();
    // When the title changes, no rows of the other server may be shown, in any order of answers.
    QStringList wrong;
    const QObject here;
    QObject::connect(window(), &QWidget::windowTitleChanged, &here, [&](const QString &title) {
        if (model->rowCount() > 0)
            wrong.append(title);
    });
    for (int turn = 0; turn < 20; ++turn) {
        m_program->servers()->show(turn % 2 ? one : ServerId(two.id));
        QTest::qWait(turn * 7); // leaves it at another stage each time
    }
    m_program->servers()->show(one);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"one – Rox Tokens"_s);
    QCOMPARE(wrong, QStringList());
}

void TestConnecting::removingDeletesCredential()
{
    beSignedInAtLab();
    const ServerProfile lab = current();
    QVERIFY(!keptNow().isEmpty());
    Q_EMIT window()->serverList()->removeRequested(ServerId(lab.id));
    auto *cancel = find<QPushButton>(u"Cancel"_s);
    QVERIFY(cancel);
    QTRY_VERIFY(cancel->hasFocus());
    press(u"Remove server"_s);
    QTRY_VERIFY(find<QPushButton>(u"Connect to Central…"_s, 100));
    QVERIFY(kept(lab.credentialKey()).isEmpty());
    QVERIFY(profiles()->profiles().isEmpty());
}

void TestConnecting::browserSignInIsStored()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByBrowser(u"lab"_s);
    QTRY_VERIFY(!m_opened.isEmpty());
    QVERIFY(find<QPushButton>(u"Open the page again"_s));
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QByteArray session = keptNow();
    QVERIFY2(session.contains("eyJ"), session.constData());
    quit();
    QCOMPARE(filesHolding(session.split('\n').last()), QStringList());
    // The second start does not open the browser.
    m_opened.clear();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(m_opened.isEmpty());
}

void TestConnecting::changedCertificateIsAnAlarm()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const ServerId id = currentId();
    quit();
    // A new demo Central, with another certificate, has the same address.
    const QString port = m_central->endpoint().section(u':', -1);
    m_central.reset();
    m_central = std::make_unique<rox::test::DemoCentral>(QStringList{u"--port"_s, port});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    startProgram();
    press(u"Look at the certificate…"_s);
    auto *stay = find<QPushButton>(u"Stay disconnected"_s);
    QVERIFY(stay);
    QTRY_VERIFY(stay->hasFocus());
    QVERIFY(!find<QPushButton>(u"Trust the new certificate"_s)->isEnabled());
    press(u"Stay disconnected"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(find<QPushButton>(u"Look at the certificate…"_s));
    QVERIFY(!keptNow().isEmpty()); // the credential is where it was
    const ServerProfile *profile = profiles()->find(id.value());
    const QByteArray trusted = profile->trust.certificate->sha256;

    press(u"Look at the certificate…"_s);
    auto *compared =
        find<QAbstractButton>(u"I compared the new fingerprint with whoever runs this Central"_s);
    QVERIFY(compared);
    compared->setFocus();
    QTest::keyClick(compared, Qt::Key_Space);
    press(u"Trust the new certificate"_s);
    // After trusting it, its other password leads to the next error.
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    QVERIFY(profiles()->find(id.value())->trust.certificate->sha256 != trusted);
}

/// Before the first paint: nothing else flashes up.
void TestConnecting::theLastServersPageIsThereAtOnce()
{
    beSignedInAtLab();
    quit();
    makeProgram();
    m_program->start({});
    QVERIFY2(shownText().startsWith("lab"_L1), qPrintable(shownText()));
    QVERIFY(!find<QPushButton>(u"Connect to Central…"_s, 0));
    // The list comes sooner than the page that says it is waited for.
    QTRY_VERIFY(rowCount() > 50 || shownText().contains("Opening lab"_L1));
    QTRY_VERIFY(rowCount() > 50);
}

void TestConnecting::oneConnectSignsInOnce()
{
    const QByteArray exchange = "/v1/authProviders/exchangeToken";
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != exchange)
            return std::nullopt;
        return Fault{.bytes = httpReply(200, R"({"token":"eyJhbGciOi.e30.made","clientState":"",)"
                                             R"("test":false,"user":null})")};
    };
    startProgram();
    press(u"Connect to Central…"_s);
    type(find<QLineEdit>(u"Name"_s), u"lab"_s);
    type(find<QLineEdit>(u"Endpoint"_s), central.connection().endpoint.display());
    press(u"Password"_s);
    auto *field = find<QLineEdit>(u"Password"_s);
    QVERIFY(field);
    type(field, u"secret"_s);
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_COMPARE(rowCount(), 1);
    QTRY_VERIFY2(shownText().contains("Signed in as desktop-test"_L1), qPrintable(shownText()));
    QCOMPARE(central.seen("POST", exchange), 1);
    QCOMPARE(central.seen("GET", "/v1/auth/status"), 1);
    QCOMPARE(central.seen("GET", "/v1/mypermissions"), 1);
}

/// The certificate is for the name without the dot.
void TestConnecting::hostWithATrailingDotIsTheSame()
{
    QVERIFY(m_central->endpoint().startsWith("localhost:"_L1));
    LaunchRequest request;
    request.endpoint =
        Endpoint::parse(u"localhost.:"_s + m_central->endpoint().section(u':', -1)).value();
    QCOMPARE(*request.endpoint, Endpoint::parse(m_central->endpoint()).value());
    request.caFile = m_central->caFile();
    request.credential = {Credential::Kind::ApiToken, {}, Secret(m_central->apiToken())};
    startProgram(std::chrono::seconds(15), std::move(request));
    QTRY_VERIFY(rowCount() > 50);
}

/// The program that opens pages may succeed without a browser coming up.
void TestConnecting::addressOfThePageCanBeCopied()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByBrowser(u"lab"_s);
    QTRY_VERIFY(!m_opened.isEmpty());
    // The form is laid out anew while it grows: a click may come too early.
    QTRY_VERIFY((press(u"Copy: Address of the page"_s),
                 QGuiApplication::clipboard()->text() == m_opened.toString(QUrl::FullyEncoded)));
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestConnecting::pastedAddressAndPasswordAreMended()
{
    startProgram();
    press(u"Connect to Central…"_s);
    type(find<QLineEdit>(u"Name"_s), u"lab"_s);
    type(find<QLineEdit>(u"Endpoint"_s),
         u"\"https://"_s + m_central->endpoint() + u"/main/integrations\"");
    press(u"Password"_s);
    auto *field = find<QLineEdit>(u"Password"_s);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_central->adminPassword()) + u"\r\n");
    field->paste();
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

QTEST_MAIN(TestConnecting)
#include "tst_connecting.moc"
