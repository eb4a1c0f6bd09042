// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/connections/renewal.h"
#include "app/connections/servers.h"
#include "app/session.h"
#include "network/keychainstore.h"
#include "tests/app/openwindow.h"
#include "tests/support/browsing.h"
#include "tests/support/democentral.h"
#include "tests/support/keyring.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// A person sets a Central up and comes back to it: the real demo Central over TLS, a real
/// keyring, the real window.
class TestConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aNewUser();
    void theTokenIsInTheKeyringAndNowhereElse();
    void twoProfilesOnOneHost();
    void aWrongPasswordLosesNothing();
    void aCaFileInstead();
    void lockedIsNotMissing();
    void aHungKeyringLeavesTheWindowLive();
    void aKilledKeyringLosesNothing();
    void noKeyringAtAll();
    void theOldRowsGoBeforeTheNewNameShows();
    void removingForgetsTheCredential();
    void throughTheBrowser();
    void anotherCertificateIsAnAlarm();
    void aSessionIsRenewedBeforeItEnds();
    void aLockedScreenTakesTheCredentialOutOfMemory();

private:
    void startProgram(std::chrono::milliseconds patience = std::chrono::seconds(15));
    void quit() { m_program.reset(); }
    void connectByPassword(const QString &name, const QByteArray &password);
    void connectByToken(const QString &name, const QByteArray &token);
    [[nodiscard]] MainWindow *window() const { return m_program->window(); }
    [[nodiscard]] int rowCount() const
    {
        auto *tokens = find<QTableView>(u"Tokens"_s, 100);
        return tokens ? tokens->model()->rowCount() : 0;
    }
    [[nodiscard]] QString shownText() const;
    /// What secret-tool finds; QtKeychain stores bytes as base64.
    [[nodiscard]] QByteArray kept(const QUuid &id) const
    {
        return QByteArray::fromBase64(
            m_keyring->lookUp(KeychainStore::serviceName(), KeychainStore::keyOf(id)).trimmed());
    }
    [[nodiscard]] QStringList filesHolding(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_home;
    PrivateBus m_bus;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<rox::test::DemoCentral> m_central;
    std::unique_ptr<Application> m_program;
    QUrl m_opened; ///< in the user's browser
    QTranslator m_english;
};

void TestConnecting::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
    // One for all: libsecret stays with the bus that it met first.
    QVERIFY2(m_bus.isUp(), qPrintable(m_bus.why()));
    m_bus.use();
}

void TestConnecting::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring = std::make_unique<Keyring>(m_bus, Keyring::Begin::Unlocked);
    QVERIFY2(m_keyring->isUp(), qPrintable(m_keyring->why()));
    m_central = std::make_unique<rox::test::DemoCentral>(QStringList{u"--tokens"_s, u"50"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

void TestConnecting::cleanup()
{
    m_program.reset();
    m_central.reset();
    m_keyring.reset();
    m_bus.clearHome();
}

void TestConnecting::startProgram(std::chrono::milliseconds patience)
{
    ProgramParts parts;
    parts.settings =
        std::make_unique<QSettings>(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
    parts.profiles = std::make_unique<ProfileStore>(m_home->filePath(u"servers.ini"_s));
    parts.keychain = std::make_unique<KeychainStore>(patience);
    parts.openPage = [this](const QUrl &page) {
        m_opened = page;
        return true;
    };
    m_program = std::make_unique<Application>(std::move(parts));
    m_program->start({});
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void TestConnecting::connectByPassword(const QString &name, const QByteArray &password)
{
    type(find<QLineEdit>(u"Name"_s), name);
    type(find<QLineEdit>(u"Endpoint"_s), m_central->endpoint());
    press(u"Password"_s);
    QCOMPARE(find<QLineEdit>(u"User name"_s)->text(), u"admin"_s);
    auto *field = find<QLineEdit>(u"Password"_s);
    QVERIFY(field);
    type(field, QString::fromUtf8(password));
    press(u"Connect"_s);
}

void TestConnecting::connectByToken(const QString &name, const QByteArray &token)
{
    type(find<QLineEdit>(u"Name"_s), name);
    type(find<QLineEdit>(u"Endpoint"_s), m_central->endpoint());
    press(u"API token"_s);
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    field->setFocus();
    field->insert(QString::fromUtf8(token));
    press(u"Connect"_s);
}

QString TestConnecting::shownText() const
{
    QString all;
    const auto labels = window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    return all;
}

QStringList TestConnecting::filesHolding(const QByteArray &text) const
{
    QStringList found;
    for (const QString &folder : {m_home->path(), m_bus.home()}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                found.append(file.fileName());
        }
    }
    return found;
}

void TestConnecting::aNewUser()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    // The certificate is nobody's that this computer knows: its facts are shown, Cancel is at hand.
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

    // Again: no question.
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QVERIFY(filesHolding(m_central->adminPassword()).isEmpty());
}

void TestConnecting::theTokenIsInTheKeyringAndNowhereElse()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid id = m_program->servers()->current();
    QCOMPARE(kept(id), m_central->apiToken());
    quit();
    QCOMPARE(filesHolding(m_central->apiToken()), QStringList());
    QCOMPARE(filesHolding(m_central->apiToken().toBase64()), QStringList());
    // Nor a part of it: the signature is as good as the whole.
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
    const QUuid first = m_program->servers()->current();
    press(u"Add server"_s);
    connectByPassword(u"as admin"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid second = m_program->servers()->current();
    QVERIFY(first != second);
    QCOMPARE(kept(first), m_central->apiToken());
    QCOMPARE(kept(second), m_central->adminPassword());
    // Ctrl+1 goes back, and it is another person there.
    window()->activateWindow(); // the offscreen platform leaves that to whoever closes a dialog
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_program->servers()->current(), first);
    QTRY_VERIFY2(shownText().contains("Signed in as rox-tokens-demo"_L1), qPrintable(shownText()));
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(m_program->servers()->current(), second);
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestConnecting::aWrongPasswordLosesNothing()
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
    QVERIFY(m_program->servers()->parts()->profiles->profiles().isEmpty());
}

void TestConnecting::aCaFileInstead()
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
    // Central's own certificate passes by its authority: no question.
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY2(shownText().contains("Certificate checked by CA file"_L1),
                 qPrintable(shownText()));
}

void TestConnecting::lockedIsNotMissing()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
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

void TestConnecting::aHungKeyringLeavesTheWindowLive()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
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

void TestConnecting::aKilledKeyringLosesNothing()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid id = m_program->servers()->current();
    quit();
    m_keyring->kill();
    startProgram();
    QTRY_VERIFY2(shownText().contains("offers no keychain"_L1), qPrintable(shownText()));
    QVERIFY(m_program->servers()->parts()->profiles->find(id)); // nothing was thrown away
    m_keyring = std::make_unique<Keyring>(m_bus, Keyring::Begin::Unlocked);
    QVERIFY2(m_keyring->isUp(), qPrintable(m_keyring->why()));
    m_program->servers()->open(id);
    QTRY_VERIFY(rowCount() > 50);
}

void TestConnecting::noKeyringAtAll()
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
    QTRY_VERIFY2(shownText().contains("Credential for this session only"_L1),
                 qPrintable(shownText()));
}

void TestConnecting::theOldRowsGoBeforeTheNewNameShows()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"one"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    ProfileStore *profiles = m_program->servers()->parts()->profiles;
    ServerProfile two = profiles->profiles().first();
    const QUuid one = two.id;
    two.id = QUuid::createUuid();
    two.name = u"two"_s;
    QVERIFY(profiles->add(two));
    const QAbstractItemModel *model = find<QTableView>(u"Tokens"_s)->model();
    // At no title change, whatever the order of answers, are rows of the other server shown.
    QStringList wrong;
    const QObject here;
    QObject::connect(window(), &QWidget::windowTitleChanged, &here, [&](const QString &title) {
        if (model->rowCount() > 0)
            wrong.append(title);
    });
    for (int turn = 0; turn < 20; ++turn) {
        m_program->servers()->open(turn % 2 ? one : two.id);
        QCOMPARE(model->rowCount(), 0);
        QTest::qWait(turn * 7); // leaves it at another stage each time
    }
    m_program->servers()->open(one);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"one – Rox Tokens"_s);
    QCOMPARE(wrong, QStringList());
}

void TestConnecting::removingForgetsTheCredential()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid id = m_program->servers()->current();
    Q_EMIT window()->removeServerRequested(id);
    auto *cancel = find<QPushButton>(u"Cancel"_s);
    QVERIFY(cancel);
    QTRY_VERIFY(cancel->hasFocus());
    press(u"Remove server"_s);
    QTRY_VERIFY(find<QPushButton>(u"Connect to Central…"_s, 100));
    QVERIFY(kept(id).isEmpty());
    QVERIFY(m_program->servers()->parts()->profiles->profiles().isEmpty());
}

void TestConnecting::throughTheBrowser()
{
    startProgram();
    press(u"Connect to Central…"_s);
    type(find<QLineEdit>(u"Name"_s), u"lab"_s);
    type(find<QLineEdit>(u"Endpoint"_s), m_central->endpoint());
    press(u"Browser"_s);
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
    QTRY_VERIFY(!m_opened.isEmpty());
    QVERIFY(find<QPushButton>(u"Open the page again"_s));
    // What the person does there, and where Central sends the browser then.
    const Browsing browser(*m_central);
    const QUrl callback = browser.logIn(m_opened, u"user=Admin"_s);
    QVERIFY(!callback.isEmpty());
    QNetworkAccessManager manager;
    manager.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    const QUrl back = browser.get(callback).location;
    const std::unique_ptr<QNetworkReply> done(manager.get(QNetworkRequest(back)));
    QTRY_VERIFY(done->isFinished());
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid id = m_program->servers()->current();
    const QByteArray session = kept(id);
    QVERIFY2(session.contains("eyJ"), session.constData());
    quit();
    QCOMPARE(filesHolding(session.split('\n').last()), QStringList());
    // Again, without the browser.
    m_opened.clear();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(m_opened.isEmpty());
}

void TestConnecting::anotherCertificateIsAnAlarm()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    const QUuid id = m_program->servers()->current();
    quit();
    // Somebody else answers at this address.
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
    QVERIFY(!kept(id).isEmpty()); // the credential is where it was
    const ServerProfile *profile = m_program->servers()->parts()->profiles->find(id);
    const QByteArray trusted = profile->trust.certificate->sha256;

    press(u"Look at the certificate…"_s);
    auto *compared =
        find<QAbstractButton>(u"I compared the new fingerprint with whoever runs this Central"_s);
    QVERIFY(compared);
    compared->setFocus();
    QTest::keyClick(compared, Qt::Key_Space);
    press(u"Trust the new certificate"_s);
    // Trusted, and its password is another: that is the next thing said.
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    QVERIFY(m_program->servers()->parts()->profiles->find(id)->trust.certificate->sha256
            != trusted);
}

void TestConnecting::aSessionIsRenewedBeforeItEnds()
{
    m_central.reset();
    // A minute before its end the next one is asked for: here after three seconds.
    m_central = std::make_unique<rox::test::DemoCentral>(
        QStringList{u"--tokens"_s, u"50"_s, u"--session-lifetime"_s, u"63"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    startProgram();
    press(u"Connect to Central…"_s);
    connectByPassword(u"lab"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    auto *renewal = m_program->servers()->findChild<Renewal *>();
    QVERIFY(renewal);
    const UtcMs end = renewal->endsAt();
    QTRY_VERIFY_WITH_TIMEOUT(renewal->endsAt() > end, 15'000);
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(!find<QPushButton>(u"Sign in again…"_s, 100));
}

void TestConnecting::aLockedScreenTakesTheCredentialOutOfMemory()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    Servers *servers = m_program->servers();
    servers->clearSecrets();
    QVERIFY(!servers->findChild<Session *>());
    QVERIFY2(shownText().contains("The screen is locked"_L1), qPrintable(shownText()));
    servers->openAgain();
    QTRY_VERIFY(rowCount() > 50);
    // A dialog may hold what nobody can give again: it stays, and so does the session.
    window()->action(MainWindow::Action::Generate)->trigger();
    QVERIFY(find<QLineEdit>(u"Token name"_s));
    servers->clearSecrets();
    QVERIFY(servers->findChild<Session *>());
    press(u"Cancel"_s);
}

QTEST_MAIN(TestConnecting)
#include "tst_connecting.moc"
