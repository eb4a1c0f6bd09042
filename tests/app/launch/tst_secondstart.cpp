// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"
#include "tests/app/connectingtest.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

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
    void secondConnectionReplacesTheFirst();
    void profileStaysListed();
    void knownAddressOpensItsProfile();
    void missingCaFileIsSaid();
    void openDialogIsNotClosed();
    void runningDemoIsShownAgain();
    void startBeforeTheFirstPaintIsCarriedOut();

private:
    enum class As { Token, Admin, Nobody };
    [[nodiscard]] LaunchRequest asking(As whom) const;
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

void TestSecondStart::secondConnectionReplacesTheFirst()
{
    startProgram(std::chrono::seconds(15), asking(As::Token));
    QTRY_VERIFY(rowCount() > 50);
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(servers()->model()->rowCount(), 1);
    QTRY_COMPARE(m_program->servers()->findChildren<Session *>().size(), 1); // the first is gone
}

void TestSecondStart::profileStaysListed()
{
    beSignedInAtLab();
    m_program->openAgain(asking(As::Admin));
    QTRY_VERIFY2(shownText().contains("Signed in as admin"_L1), qPrintable(shownText()));
    QCOMPARE(servers()->model()->rowCount(), 2);
    // And again, while a profile is shown.
    clickRow(servers(), 0);
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    m_program->openAgain(asking(As::Token));
    QTRY_COMPARE(servers()->currentIndex().row(), 1);
    QTRY_VERIFY2(shownText().contains("Signed in as rox-tokens-demo"_L1), qPrintable(shownText()));
    QTRY_COMPARE(m_program->servers()->findChildren<Session *>().size(), 1);
}

void TestSecondStart::knownAddressOpensItsProfile()
{
    beSignedInAtLab();
    m_program->openAgain(asking(As::Token));
    QTRY_COMPARE(servers()->currentIndex().row(), 1);
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
    QTRY_COMPARE(m_program->servers()->findChildren<Session *>().size(), 0);
    press(u"Copy details"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains("BadCaFile"_L1));
    press(u"Edit connection…"_s);
    auto *file = find<QLineEdit>(u"CA certificate file"_s);
    QVERIFY(file);
    QTRY_COMPARE(file->window()->focusWidget(), file);
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    clickRow(servers(), 0); // the way back
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
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
    clickRow(servers(), 0);
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    LaunchRequest again;
    again.demo = true;
    m_program->openAgain(std::move(again));
    QTRY_COMPARE(window()->windowTitle(), u"Demo – Rox Tokens"_s);
    QTRY_VERIFY(rowCount() > 1000);
    QCOMPARE(servers()->model()->rowCount(), 2);
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

QTEST_MAIN(TestSecondStart)
#include "tst_secondstart.moc"
