// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/democentral.h"
#include "tests/app/connectingtest.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The program is started again while its window is open: the window shows the requested server,
/// and closes no dialog for it.
class TestSecondStart : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void severalStandBesideEachOther();
    void theSameConnectionIsShownAgain();
    void profileStaysListed();
    void knownAddressOpensItsProfile();
    void missingCaFileIsSaid();
    void slowCaFileDoesNotHoldTheWindow();
    void otherCaFileIsAnotherConnection();
    void openDialogIsNotClosed();
    void typedTextIsNotTakenAway();
    void runningDemoIsShownAgain();
    void startBeforeTheFirstPaintIsCarriedOut();
    void aFileThatIsGoneLeavesTheFirstConnection();
    void theDemoIsNoOtherServerOfThisRun();
    void aLateDemoLeavesTheWindowAlone();
    void aDemoThatFailsLateLeavesTheWindowAlone();
    void aDemoThatDiedIsStartedAgain();
    void aDamagedListOfServersIsSaid();

private:
    enum class As { Token, Admin, Nobody };
    [[nodiscard]] LaunchRequest asking(As whom) const;
    [[nodiscard]] static QList<qint64> childProcesses();
    void startDemoAndGoBackToAForm();
    void formIsStillThere();
    /// Its first row is "All servers", once there are two.
    [[nodiscard]] QAbstractItemView *servers() const
    {
        return window()->findChild<QAbstractItemView *>(u"servers"_s);
    }
};

LaunchRequest TestSecondStart::asking(As whom) const
{
    LaunchRequest request;
    request.endpoint = Endpoint::parse(m_central->endpoint()).value();
    request.caFile = whom == As::Nobody ? QString() : m_central->caFile();
    if (whom == As::Token)
        request.credential = {Credential::Kind::ApiToken, {}, Secret(m_central->apiToken())};
    else if (whom == As::Admin)
        request.credential = {Credential::Kind::Password, u"admin"_s,
                              Secret(m_central->adminPassword())};
    return request;
}

void TestSecondStart::severalStandBesideEachOther()
{
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(servers()->model()->rowCount(), 3);
    clickRow(servers(), 1);
    QTRY_VERIFY2(shownText().contains("Signed in as rox-tokens-demo"_L1), qPrintable(shownText()));
    QTRY_VERIFY(rowCount() > 50);
}

void TestSecondStart::theSameConnectionIsShownAgain()
{
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    m_program->openAgain(asking(As::Admin));
    QTRY_COMPARE(servers()->currentIndex().row(), 2);
    m_program->openAgain(asking(As::Token));
    QTRY_COMPARE(servers()->currentIndex().row(), 1);
    QCOMPARE(servers()->model()->rowCount(), 3);
    QCOMPARE(sessions().size(), 2);
}

void TestSecondStart::profileStaysListed()
{
    beSignedInAtLab();
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QCOMPARE(servers()->model()->rowCount(), 3);
    clickRow(servers(), 1);
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestSecondStart::knownAddressOpensItsProfile()
{
    beSignedInAtLab();
    m_program->openAgain(asking(As::Token));
    QTRY_COMPARE(servers()->currentIndex().row(), 2);
    m_program->openAgain(asking(As::Nobody)); // the keychain has its credential
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestSecondStart::missingCaFileIsSaid()
{
    beSignedInAtLab();
    LaunchRequest request = asking(As::Token);
    request.caFile = m_home->filePath(u"gone.pem"_s);
    m_program->openAgain(std::move(request));
    QTRY_VERIFY2(shownText().contains("gone.pem"_L1), qPrintable(shownText()));
    press(u"Copy details"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains("BadCaFile"_L1));
    press(u"Edit connection…"_s);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    QTRY_COMPARE(file->window()->focusWidget(), file);
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    clickRow(servers(), 1); // the way back
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

/// A named pipe stands for a folder on a network that does not answer.
void TestSecondStart::slowCaFileDoesNotHoldTheWindow()
{
    beSignedInAtLab();
    const QString pipe = m_home->filePath(u"slow.pem"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    LaunchRequest request = asking(As::Admin);
    request.caFile = pipe;
    m_program->openAgain(std::move(request));
    QTRY_COMPARE(servers()->currentIndex().row(), 2);
    clickRow(servers(), 1);
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    clickRow(servers(), 2);
    QFile certificates(m_central->caFile());
    QVERIFY(certificates.open(QIODevice::ReadOnly));
    QFile end(pipe);
    QVERIFY2(end.open(QIODevice::WriteOnly), qPrintable(end.errorString()));
    end.write(certificates.readAll());
    end.close();
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestSecondStart::otherCaFileIsAnotherConnection()
{
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    LaunchRequest request = asking(As::Token);
    request.caFile = m_home->filePath(u"copy.pem"_s);
    QVERIFY(QFile::copy(m_central->caFile(), request.caFile));
    m_program->openAgain(std::move(request));
    QTRY_COMPARE(servers()->model()->rowCount(), 3);
}

void TestSecondStart::openDialogIsNotClosed()
{
    beSignedInAtLab();
    window()->action(MainWindow::Action::Generate)->trigger();
    auto *name = find<QLineEdit>(u"Token name"_s);
    QVERIFY(name);
    type(name, u"half typed"_s);
    m_program->openAgain(asking(As::Admin));
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"half typed"_s);
    QCOMPARE(servers()->model()->rowCount(), 1);
    press(u"Cancel"_s);
    QTRY_VERIFY(window()->messageBar()->message().lead.contains("was started again"_L1));
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    press(u"Go there"_s);
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestSecondStart::typedTextIsNotTakenAway()
{
    beSignedInAtLab();
    auto *search = find<QLineEdit>(u"Search tokens"_s);
    type(search, u"jenk"_s);
    m_program->openAgain(asking(As::Admin));
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QCOMPARE(search->text(), u"jenk"_s);
    QCOMPARE(window()->focusWidget(), search);
    press(u"Close message"_s);
    QCOMPARE(servers()->model()->rowCount(), 1);
    search->clear();
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
}

void TestSecondStart::runningDemoIsShownAgain()
{
    beSignedInAtLab();
    LaunchRequest demo;
    demo.demo = true;
    m_program->openAgain(std::move(demo));
    QTRY_COMPARE(window()->windowTitle(), u"Demo – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 1000);
    clickRow(servers(), 1);
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    LaunchRequest again;
    again.demo = true;
    m_program->openAgain(std::move(again));
    QTRY_COMPARE(window()->windowTitle(), u"Demo – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 1000);
    QCOMPARE(servers()->model()->rowCount(), 3);
}

void TestSecondStart::startBeforeTheFirstPaintIsCarriedOut()
{
    makeProgram();
    m_program->start(asking(As::Token));
    m_program->openAgain(asking(As::Admin));
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QTRY_VERIFY(rowCount() > 50);
}

/// Also when there is no profile to go back to.
void TestSecondStart::aFileThatIsGoneLeavesTheFirstConnection()
{
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    LaunchRequest request = asking(As::Admin);
    request.caFile = m_home->filePath(u"gone.pem"_s);
    m_program->openAgain(std::move(request));
    QTRY_VERIFY2(shownText().contains("gone.pem"_L1), qPrintable(shownText()));
    QCOMPARE(servers()->model()->rowCount(), 3);
    press(u"Copy details"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains("BadCaFile"_L1));
    clickRow(servers(), 1);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY2(shownText().contains("Signed in as rox-tokens-demo"_L1), qPrintable(shownText()));
    clickRow(servers(), 2); // what went wrong is said there still
    QTRY_VERIFY2(shownText().contains("gone.pem"_L1), qPrintable(shownText()));
    // The file is there now: the same entry takes the next start.
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QCOMPARE(servers()->model()->rowCount(), 3);
}

void TestSecondStart::theDemoIsNoOtherServerOfThisRun()
{
    LaunchRequest demo;
    demo.demo = true;
    startProgram(std::chrono::seconds(15), std::move(demo));
    QTRY_VERIFY(rowCount() > 1000);
    m_program->openAgain(asking(As::Token));
    QTRY_VERIFY(rowCount() > 50 && rowCount() < 1000);
    LaunchRequest again;
    again.demo = true;
    m_program->openAgain(std::move(again));
    QTRY_COMPARE(window()->windowTitle(), u"Demo – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 1000);
    QCOMPARE(servers()->model()->rowCount(), 3);
}

QList<qint64> TestSecondStart::childProcesses()
{
    QFile file(u"/proc/self/task/%1/children"_s.arg(getpid()));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> found = file.readAll().simplified().split(' ');
        for (const QByteArray &child : found)
            children.append(child.toLongLong());
    }
    return children;
}

void TestSecondStart::startDemoAndGoBackToAForm()
{
    beSignedInAtLab();
    LaunchRequest demo;
    demo.demo = true;
    m_program->openAgain(std::move(demo));
    QTRY_COMPARE(servers()->model()->rowCount(), 3);
    clickRow(servers(), 1);
    QTRY_VERIFY(rowCount() > 50);
    QTRY_VERIFY(window()->action(MainWindow::Action::Generate)->isEnabled());
    window()->action(MainWindow::Action::Generate)->trigger();
    auto *name = find<QLineEdit>(u"Token name"_s);
    QVERIFY(name);
    type(name, u"half typed"_s);
}

void TestSecondStart::formIsStillThere()
{
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"half typed"_s);
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestSecondStart::aLateDemoLeavesTheWindowAlone()
{
    startDemoAndGoBackToAForm();
    const Session *demo = pool()->find(directory()->entries().constLast().id());
    QVERIFY(demo);
    QTRY_VERIFY(demo->table());
    formIsStillThere();
    QVERIFY(rowCount() < 1000);
    clickRow(servers(), 2);
    QTRY_VERIFY(rowCount() > 1000);
}

void TestSecondStart::aDemoThatFailsLateLeavesTheWindowAlone()
{
    startDemoAndGoBackToAForm();
    Q_EMIT m_program->findChild<rox::DemoCentral *>()->failed(u"It ended too early."_s);
    formIsStillThere();
    clickRow(servers(), 2);
    QTRY_VERIFY2(shownText().contains("It ended too early."_L1), qPrintable(shownText()));
    press(u"Try again"_s);
    QTRY_VERIFY(rowCount() > 1000);
}

void TestSecondStart::aDemoThatDiedIsStartedAgain()
{
    beSignedInAtLab();
    const QList<qint64> others = childProcesses();
    LaunchRequest demo;
    demo.demo = true;
    m_program->openAgain(std::move(demo));
    QTRY_VERIFY(rowCount() > 1000);
    const QPointer<Session> before = pool()->find(currentId());
    const QList<qint64> all = childProcesses();
    for (const qint64 child : all) {
        if (!others.contains(child))
            QCOMPARE(kill(pid_t(child), SIGKILL), 0);
    }
    window()->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(before->state(), Session::State::Offline);
    press(u"Try again"_s);
    QTRY_VERIFY(!before);
    QTRY_VERIFY(rowCount() > 1000);
    QCOMPARE(pool()->find(currentId())->state(), Session::State::Live);
}

/// Also where the command line names a server.
void TestSecondStart::aDamagedListOfServersIsSaid()
{
    QFile file(m_home->filePath(u"servers.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[2f8b9f0e-7c55-4b0e-9d3c-0f6f3c1e4a77]\nname=lab\nendpoint=https://u:p@lab\n");
    file.close();
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    const QString said = window()->messageBar()->message().lead;
    QVERIFY2(said.contains("is damaged"_L1), qPrintable(said));
}

QTEST_MAIN(TestSecondStart)
#include "tst_secondstart.moc"
