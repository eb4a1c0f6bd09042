// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/trayicon.h"
#include "tests/support/stricttest.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace rox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What closing the window does, with a tray and without one.
class TestTrayIcon : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void windowIsHiddenWhileTheIconIsThere();
    void programEndsWithoutATray();
    void programEndsWhenTheTrayIsGone();
    void programEndsWhileTheIconIsOff();
    void hiddenWindowComesBackWhenTheIconIsTurnedOff();
    void hiddenWindowComesBackWhenTheTrayHasEnded();
    void hiddenWindowStaysWhileThePanelRestarts();
    void menuShowsAndQuits();
    void messageNeedsTheIcon();

private:
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return m_tray->menu()->findChild<QAction *>(name);
    }

    bool m_isOffered = true;
    int m_looks = 0;
    int m_misses = 0; ///< how many looks find no tray, as while a panel restarts
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<TrayIcon> m_tray;
};

void TestTrayIcon::init()
{
    StrictTest::init();
    m_isOffered = true;
    m_misses = 0;
    m_window = std::make_unique<QWidget>();
    m_tray = std::make_unique<TrayIcon>(
        m_window.get(), QList<QAction *>(), nullptr,
        [this] {
            ++m_looks;
            return m_isOffered && m_misses-- <= 0;
        },
        20ms);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestTrayIcon::cleanup()
{
    m_tray.reset();
    m_window.reset();
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestTrayIcon::windowIsHiddenWhileTheIconIsThere()
{
    m_tray->setOn(true);
    const QSignalSpy hidden(m_tray.get(), &TrayIcon::windowHidden);
    QVERIFY(m_window->close());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    QCOMPARE(hidden.count(), 1);
}

void TestTrayIcon::programEndsWithoutATray()
{
    m_isOffered = false;
    m_tray->setOn(true);
    const QSignalSpy hidden(m_tray.get(), &TrayIcon::windowHidden);
    QVERIFY(m_window->close());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    QCOMPARE(hidden.count(), 0);
}

void TestTrayIcon::programEndsWhenTheTrayIsGone()
{
    m_tray->setOn(true);
    m_window->close();
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    m_window->show();
    m_isOffered = false;
    m_window->close();
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestTrayIcon::programEndsWhileTheIconIsOff()
{
    QVERIFY(!m_tray->isShown());
    m_window->close();
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestTrayIcon::hiddenWindowComesBackWhenTheIconIsTurnedOff()
{
    m_tray->setOn(true);
    m_window->close();
    const QSignalSpy shown(m_tray.get(), &TrayIcon::showRequested);
    m_tray->setOn(false);
    QCOMPARE(shown.count(), 1);
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestTrayIcon::hiddenWindowComesBackWhenTheTrayHasEnded()
{
    m_tray->setOn(true);
    m_window->close();
    const QSignalSpy shown(m_tray.get(), &TrayIcon::showRequested);
    m_isOffered = false;
    QTRY_COMPARE(shown.count(), 1);
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestTrayIcon::hiddenWindowStaysWhileThePanelRestarts()
{
    m_tray->setOn(true);
    m_window->close();
    const QSignalSpy shown(m_tray.get(), &TrayIcon::showRequested);
    m_misses = 1;
    m_looks = 0;
    QTRY_VERIFY(m_looks > 3);
    QCOMPARE(shown.count(), 0);
}

void TestTrayIcon::menuShowsAndQuits()
{
    m_tray->setOn(true);
    const QSignalSpy shown(m_tray.get(), &TrayIcon::showRequested);
    action(u"showWindow"_s)->trigger();
    QCOMPARE(shown.count(), 1);
    const QSignalSpy quitting(qApp, &QCoreApplication::aboutToQuit);
    m_window->close();
    QTimer::singleShot(0, action(u"quitProgram"_s), &QAction::trigger);
    QCOMPARE(QApplication::exec(), 0);
    QCOMPARE(quitting.count(), 1);
}

void TestTrayIcon::messageNeedsTheIcon()
{
    QVERIFY(!m_tray->showMessage(u"title"_s, u"body"_s));
    m_tray->setOn(true);
    m_isOffered = false;
    QVERIFY(!m_tray->showMessage(u"title"_s, u"body"_s));
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
