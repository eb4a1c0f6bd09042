// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

Fault refusesAll(const SeenRequest &)
{
    return {.bytes = credentialRefusal()};
}

} // namespace

/// Message bar, status bar, sidebar, actions and details show the same state of the connection.
class TestStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedCredentialIsShownEverywhere();
    void acceptedCredentialClearsRefusal();
    void refusalWithoutListDisablesActions();
    void emptyListOffersNoGenerateAfterRefusal();
    void busyCentralKeepsActionsEnabled();

private:
    static QString sidebarRow();
    static bool isEnabled(const OpenWindow &window, MainWindow::Action action)
    {
        return window->action(action)->isEnabled();
    }
    static QString labelled(const OpenWindow &window, const QString &objectName)
    {
        const auto *label = window->findChild<QLabel *>(objectName);
        return label && label->isVisible() ? label->text() : QString();
    }
};

QString TestStanding::sidebarRow()
{
    const auto *servers = find<QAbstractItemView>(u"Servers"_s);
    return servers ? servers->model()->index(0, 0).data(Qt::AccessibleTextRole).toString()
                   : QString();
}

void TestStanding::refusedCredentialIsShownEverywhere()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"own"_s), tokenNamed(u"other"_s)};
    central.signedInId = u"id-of-own"_s;
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 2);
    QTRY_VERIFY(labelled(window, u"signedInAs"_s).startsWith("Signed in as desktop-test"_L1));
    window->selectIds({u"id-of-own"_s});
    QTRY_VERIFY(window.labels().contains("This is the token you are signed in with."_L1));
    QVERIFY(isEnabled(window, MainWindow::Action::Revoke));

    central.instead = refusesAll;
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY2(window.said().contains(" refused the credential."_L1), qPrintable(window.said()));
    QVERIFY2(window.said().contains("for reading only"_L1), qPrintable(window.said()));
    QCOMPARE(labelled(window, u"signedInAs"_s), u"Not signed in"_s);
    QVERIFY2(sidebarRow().contains("Not signed in"_L1), qPrintable(sidebarRow()));
    for (const auto action : {MainWindow::Action::Revoke, MainWindow::Action::Generate}) {
        QVERIFY(!isEnabled(window, action));
        const QString why = window->action(action)->toolTip();
        QVERIFY2(why.contains(" refused the credential: sign in first."_L1), qPrintable(why));
    }
    // Refresh stays enabled, because Central answers the same while its database is down.
    QVERIFY(isEnabled(window, MainWindow::Action::Refresh));
    QTRY_VERIFY2(window.labels().contains("You were signed in with this token until "_L1),
                 qPrintable(window.labels()));
    QVERIFY(!window.labels().contains("you are signed in with"_L1));
    auto *signIn = find<QPushButton>(u"Sign in…"_s);
    QVERIFY(signIn);
    QVERIFY(!signIn->hasFocus()); // the bar must not take the focus
    click(signIn);
    QVERIFY(find<QWidget>(u"Endpoint"_s));
}

void TestStanding::acceptedCredentialClearsRefusal()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = refusesAll;
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_COMPARE(labelled(window, u"signedInAs"_s), u"Not signed in"_s);
    central.instead = {};
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY(labelled(window, u"signedInAs"_s).startsWith("Signed in as desktop-test"_L1));
    QVERIFY(window->messageBar()->isHidden());
    QVERIFY2(!sidebarRow().contains("Not signed in"_L1), qPrintable(sidebarRow()));
    QVERIFY(isEnabled(window, MainWindow::Action::Generate));
}

void TestStanding::refusalWithoutListDisablesActions()
{
    ScriptedCentral central;
    central.instead = refusesAll;
    const OpenWindow window(central.connection());
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    QVERIFY(!isEnabled(window, MainWindow::Action::Generate));
    QVERIFY(!isEnabled(window, MainWindow::Action::Revoke));
    QCOMPARE(labelled(window, u"signedInAs"_s), u"Not signed in"_s);
    QVERIFY2(sidebarRow().contains("Not signed in"_L1), qPrintable(sidebarRow()));
}

void TestStanding::emptyListOffersNoGenerateAfterRefusal()
{
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    QTRY_VERIFY(window.labels().contains("has no API tokens"_L1));
    const auto offers = [&window] {
        int count = 0; // buttons in the toolbar and on the page
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>())
            count += button->isVisible() && button->text() == "Generate token"_L1 ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(offers(), 2);
    central.instead = refusesAll;
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_COMPARE(offers(), 1);
    QVERIFY(!isEnabled(window, MainWindow::Action::Generate));
}

void TestStanding::busyCentralKeepsActionsEnabled()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(500, 13, "database")};
    };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY2(window.said().contains("This is the list as of"_L1), qPrintable(window.said()));
    // The bar and the actions agree.
    QVERIFY2(!window.said().contains("for reading only"_L1), qPrintable(window.said()));
    QVERIFY(isEnabled(window, MainWindow::Action::Generate));
    QCOMPARE(window->messageBar()->message().symbol, u"warning"_s); // not the symbol for offline
}

QTEST_MAIN(TestStanding)
#include "tst_standing.moc"
