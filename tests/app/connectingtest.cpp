// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"

#include "tests/support/browsing.h"

#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>

namespace rox::test {

using namespace rox::gui;
using namespace Qt::StringLiterals;

void ConnectingTest::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
    // One bus for all tests, because libsecret keeps the first bus that it connects to.
    QVERIFY2(m_bus.isUp(), qPrintable(m_bus.why()));
    m_bus.use();
}

void ConnectingTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring = std::make_unique<Keyring>(m_bus, Keyring::Begin::Unlocked);
    QVERIFY2(m_keyring->isUp(), qPrintable(m_keyring->why()));
    m_central = std::make_unique<DemoCentral>(QStringList{u"--tokens"_s, u"50"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

void ConnectingTest::cleanup()
{
    m_program.reset();
    m_central.reset();
    m_keyring.reset();
    m_bus.clearHome();
    m_environment.clear();
    m_opened.clear();
}

void ConnectingTest::makeProgram(std::chrono::milliseconds patience)
{
    ProgramParts parts;
    parts.settings =
        std::make_unique<QSettings>(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
    parts.profiles = std::make_unique<ProfileStore>(m_home->filePath(u"servers.ini"_s));
    parts.keychain = std::make_unique<KeychainStore>(patience);
    parts.environment = m_environment;
    parts.openPage = [this](const QUrl &page) {
        m_opened = page;
        return true;
    };
    m_program = std::make_unique<Application>(std::move(parts));
}

void ConnectingTest::startProgram(std::chrono::milliseconds patience, LaunchRequest request)
{
    makeProgram(patience);
    m_program->start(std::move(request));
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void ConnectingTest::connectByPassword(const QString &name, const QByteArray &password)
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

void ConnectingTest::connectByToken(const QString &name, const QByteArray &token)
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

void ConnectingTest::connectByBrowser(const QString &name)
{
    type(find<QLineEdit>(u"Name"_s), name);
    type(find<QLineEdit>(u"Endpoint"_s), m_central->endpoint());
    press(u"Browser"_s);
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
}

void ConnectingTest::finishInBrowser()
{
    QTRY_VERIFY(!m_opened.isEmpty());
    const Browsing browser(*m_central);
    const QUrl callback = browser.logIn(std::exchange(m_opened, {}), u"user=Admin"_s);
    QVERIFY(!callback.isEmpty());
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> done(
        manager.get(QNetworkRequest(browser.get(callback).location)));
    QTRY_VERIFY(done->isFinished());
}

void ConnectingTest::beSignedInAtLab()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByToken(u"lab"_s, m_central->apiToken());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

QString ConnectingTest::shownText() const
{
    QString all;
    const auto labels = window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    return all;
}

QStringList ConnectingTest::filesHolding(const QByteArray &text) const
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

} // namespace rox::test
