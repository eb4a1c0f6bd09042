// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/desk.h"

#include <QAction>
#include <QListView>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// A message bar belongs to a server and is removed with it; its buttons act on that server.
class TestBarsOfServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void barIsRemovedWithItsServer();
    void closedNewsDoNotReturn();
    void retryUsesTheFailedServer();
    void retryUsesTheNextSession();
    void oldListIsReportedAgainWithItsServer();
    void severalServersAreNamed();

private:
    void failToRevoke(const QString &name);
    void revoke(const QString &name);
    void refuseRevokes(ScriptedCentral &central);
    [[nodiscard]] bool hasBar() const
    {
        const MessageStack *bar = m_desk->window.messageBar();
        return bar->isVisible() || bar->notice()->isVisible();
    }

    QTranslator m_english;
    std::unique_ptr<ScriptedCentral> m_prod;
    std::unique_ptr<ScriptedCentral> m_lab;
    std::unique_ptr<Desk> m_desk;
    Session *m_onProd = nullptr;
};

void TestBarsOfServers::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestBarsOfServers::init()
{
    m_desk.reset();
    m_prod = std::make_unique<ScriptedCentral>();
    m_lab = std::make_unique<ScriptedCentral>();
    m_prod->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    m_lab->tokens = {tokenNamed(u"three"_s)};
    m_desk = std::make_unique<Desk>();
    m_onProd = m_desk->open(*m_prod, u"prod"_s);
    QTRY_VERIFY(m_onProd->table() && m_onProd->permissions());
}

void TestBarsOfServers::refuseRevokes(ScriptedCentral &central)
{
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked")};
    };
}

void TestBarsOfServers::revoke(const QString &name)
{
    MainWindow &window = m_desk->window;
    QTRY_VERIFY((window.selectIds({u"id-of-"_s + name}), window.selectedCount() == 1));
    QTRY_VERIFY(window.action(MainWindow::Action::Revoke)->isEnabled());
    window.action(MainWindow::Action::Revoke)->trigger();
    press(u"Revoke"_s);
}

void TestBarsOfServers::failToRevoke(const QString &name)
{
    revoke(name);
    press(u"Close"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY2(m_desk->said().contains("not revoked"_L1), qPrintable(m_desk->said()));
}

void TestBarsOfServers::barIsRemovedWithItsServer()
{
    refuseRevokes(*m_prod);
    failToRevoke(u"one"_s);
    const QString said = m_desk->said();
    Session *lab = m_desk->open(*m_lab, u"lab"_s);
    QTRY_VERIFY(lab->table());
    QVERIFY2(!hasBar(), qPrintable(m_desk->said()));
    m_desk->showNothing();
    QVERIFY(!hasBar());
    m_desk->show(m_onProd);
    QVERIFY(hasBar());
    QCOMPARE(m_desk->said(), said);
}

void TestBarsOfServers::closedNewsDoNotReturn()
{
    revoke(u"one"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("one is revoked."_L1), qPrintable(m_desk->said()));
    m_desk->open(*m_lab, u"lab"_s);
    QVERIFY(!hasBar());
    m_desk->show(m_onProd);
    QVERIFY(!hasBar());
}

void TestBarsOfServers::retryUsesTheFailedServer()
{
    refuseRevokes(*m_prod);
    failToRevoke(u"one"_s);
    Session *lab = m_desk->open(*m_lab, u"lab"_s);
    QTRY_VERIFY(lab->table() && lab->permissions());
    refuseRevokes(*m_lab);
    failToRevoke(u"three"_s); // its bar is another one
    m_desk->show(m_onProd);
    QTRY_VERIFY(m_desk->window.action(MainWindow::Action::Generate)->isEnabled());
    QVERIFY2(m_desk->said().contains("one"_L1), qPrintable(m_desk->said()));
    m_prod->instead = {};
    const int before = m_lab->seen("PATCH", "");
    press(u"Retry failed…"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("prod: one is revoked."_L1), qPrintable(m_desk->said()));
    QCOMPARE(m_lab->seen("PATCH", ""), before);
    m_desk->show(lab);
    QVERIFY2(m_desk->said().contains("three"_L1), qPrintable(m_desk->said()));
}

void TestBarsOfServers::retryUsesTheNextSession()
{
    refuseRevokes(*m_prod);
    failToRevoke(u"one"_s);
    m_desk->open(*m_lab, u"lab"_s);
    m_onProd->retire();
    const Session *again = m_desk->open(*m_prod, u"prod"_s);
    QVERIFY(hasBar());
    m_prod->instead = {};
    QTRY_VERIFY(again->table() && again->permissions());
    press(u"Retry failed…"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("prod: one is revoked."_L1), qPrintable(m_desk->said()));
    QCOMPARE(m_prod->seen("PATCH", "revoke/id-of-one"), 2);
}

void TestBarsOfServers::oldListIsReportedAgainWithItsServer()
{
    m_prod->instead = [](const SeenRequest &) { return Fault{.bytes = credentialRefusal()}; };
    m_onProd->refresh();
    QTRY_VERIFY(m_desk->said().startsWith("prod refused the credential."_L1));
    m_desk->open(*m_lab, u"lab"_s);
    QVERIFY(!hasBar());
    m_desk->show(m_onProd); // as a connection of this run, it stayed
    QVERIFY(hasBar());
    QVERIFY2(m_desk->said().startsWith("prod refused the credential."_L1),
             qPrintable(m_desk->said()));
    QVERIFY(!m_desk->window.action(MainWindow::Action::Generate)->isEnabled());
}

void TestBarsOfServers::severalServersAreNamed()
{
    m_desk->open(*m_lab, u"lab"_s);
    m_desk->show(m_onProd);
    refuseRevokes(*m_prod);
    failToRevoke(u"one"_s);
    QVERIFY2(m_desk->said().startsWith("prod: one was not revoked."_L1),
             qPrintable(m_desk->said()));
    m_desk->window.messageBar()->dismiss();
    m_prod->instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(500, 13, "database")};
    };
    m_onProd->refresh();
    QTRY_VERIFY2(m_desk->said().startsWith("prod: Central answered 500"_L1),
                 qPrintable(m_desk->said()));
}

QTEST_MAIN(TestBarsOfServers)
#include "tst_barsofservers.moc"
