// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/samplewindows.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/screenfit.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QScreen>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using gui::WindowMaker;
using Action = MainWindow::Action;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

constexpr QSize Screen(683, 384);
constexpr int TitleBar = 37; ///< of GNOME, the tallest

/// Buttons that are outside of the window and that no scroll bar brings into it.
QString outOfReach(const QWidget *window)
{
    QStringList lost;
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        if (!button->isVisibleTo(window) || button->window() != window)
            continue;
        bool scrolls = false;
        for (const QWidget *w = button; w && w != window; w = w->parentWidget())
            scrolls = scrolls || qobject_cast<const QAbstractScrollArea *>(w);
        if (!scrolls
            && !window->rect().contains(QRect(button->mapTo(window, QPoint()), button->size())))
            lost.append(button->accessibleName() + u' ' + button->text());
    }
    return lost.join(u'\n');
}

} // namespace

/// Everything fits a screen of 1366 × 768 at 200 %, which has 683 × 384 pixels of a window.
class TestSmallScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void dialogsFit_data();
    void dialogsFit();
    void windowFits();
    void frameGoesInside_data();
    void frameGoesInside();
    void restoredWindowFits();
    void listIsUsable();
    void detailsTakeThePlaceOfTheList();
    void firstRunScrolls();

private:
    std::unique_ptr<MainWindow> mainWindow();
    std::unique_ptr<TokenListModel> m_model;
};

void TestSmallScreen::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCOMPARE(QGuiApplication::primaryScreen()->size(), Screen);
}

void TestSmallScreen::init()
{
    gui::beginTest();
    m_model = std::make_unique<TokenListModel>();
}

void TestSmallScreen::dialogsFit_data()
{
    QTest::addColumn<WindowMaker>("make");
    for (const samples::SampleWindow &window : samples::dialogs())
        QTest::newRow(window.name) << window.make;
}

void TestSmallScreen::dialogsFit()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> dialog(make());
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    QCoreApplication::processEvents();
    const QSize room = Screen - QSize(0, TitleBar);
    QVERIFY2(dialog->width() <= room.width(), qPrintable(QString::number(dialog->width())));
    QVERIFY2(dialog->height() <= room.height(), qPrintable(QString::number(dialog->height())));
    const QSize least = dialog->minimumSizeHint();
    QVERIFY2(least.width() <= dialog->width() && least.height() <= dialog->height(),
             qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
    QCOMPARE(outOfReach(dialog.get()), QString());
    QCOMPARE(gui::cutOff(dialog.get()), QString());
}

std::unique_ptr<MainWindow> TestSmallScreen::mainWindow()
{
    auto window = std::make_unique<MainWindow>(m_model.get());
    testing::openServer(window.get());
    testing::showList(window.get(), m_model.get(),
                      testing::tableOf(testing::believableTokens(), 100), {});
    window->setEmptyPage({});
    window->setAsOf(u"As of 10:42"_s);
    window->show();
    (void)QTest::qWaitForWindowActive(window.get());
    return window;
}

void TestSmallScreen::windowFits()
{
    const auto window = mainWindow();
    QVERIFY2(QRect(QPoint(), Screen - QSize(0, TitleBar)).contains(QRect(QPoint(), window->size())),
             qPrintable(u"%1 x %2"_s.arg(window->width()).arg(window->height())));
    QVERIFY(window->minimumWidth() <= 640);
    QVERIFY(window->minimumHeight() <= 320);
    for (const QSize &size : {QSize(683, 346), QSize(640, 320)}) {
        window->resize(size);
        QTRY_COMPARE(gui::cutOff(window.get()), QString());
        QCOMPARE(outOfReach(window.get()), QString());
    }
}

void TestSmallScreen::frameGoesInside_data()
{
    QTest::addColumn<QRect>("frame");
    QTest::addColumn<QRect>("fitted");
    QTest::newRow("inside") << QRect(10, 40, 300, 200) << QRect(10, 40, 300, 200);
    QTest::newRow("below") << QRect(10, 300, 300, 200) << QRect(10, 184, 300, 200);
    QTest::newRow("beyond") << QRect(600, 40, 300, 200) << QRect(383, 40, 300, 200);
    QTest::newRow("under the panel") << QRect(10, 0, 300, 200) << QRect(10, 27, 300, 200);
    QTest::newRow("larger") << QRect(-50, -50, 1280, 800) << QRect(0, 27, 683, 357);
}

void TestSmallScreen::frameGoesInside()
{
    QFETCH(QRect, frame);
    QTEST(fittedFrame(frame, QRect(0, 27, 683, 357)), "fitted");
}

void TestSmallScreen::restoredWindowFits()
{
    const ScreenFit fit(nullptr);
    QByteArray kept;
    {
        const auto window = mainWindow();
        window->setMinimumSize(0, 0);
        window->resize(1280, 800); // as on the large screen of another day
        window->move(500, 300);
        kept = window->layoutState();
    }
    MainWindow window(m_model.get());
    window.restoreLayoutState(kept);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QRect available = window.screen()->availableGeometry();
    QTRY_VERIFY2(available.contains(window.frameGeometry()),
                 qPrintable(u"%1 x %2"_s.arg(window.width()).arg(window.height())));
}

void TestSmallScreen::listIsUsable()
{
    const auto window = mainWindow();
    window->resize(683, 346);
    auto *view = window->findChild<QTableView *>(u"tokens"_s);
    QTRY_VERIFY2(view->viewport()->height() >= 3 * view->rowHeight(0),
                 qPrintable(QString::number(view->viewport()->height())));
    QVERIFY(view->columnWidth(1) >= 160);
    window->messageBar()->show({.id = u"x"_s,
                                .severity = Severity::Bad,
                                .lead = u"prod-eu cannot be reached: connection refused."_s,
                                .text = u"This is the list as of 08:42, for reading only."_s,
                                .actions = {{u"Try again"_s, {}}, {u"Details"_s, {}}}});
    QTRY_COMPARE(gui::cutOff(window.get()), QString());
    QVERIFY(view->viewport()->height() >= view->rowHeight(0));
}

void TestSmallScreen::detailsTakeThePlaceOfTheList()
{
    const auto window = mainWindow();
    window->resize(683, 346);
    auto *view = window->findChild<QTableView *>(u"tokens"_s);
    auto *details = window->findChild<QWidget *>(u"tokenDetails"_s);
    view->setFocus();
    window->selectIds({u"a4"_s});
    QTRY_COMPARE(window->selectedCount(), 1);
    QVERIFY(view->isVisible()); // choosing rows goes on
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(details->isVisible());
    QVERIFY(!view->isVisible());
    QVERIFY(details->isAncestorOf(QApplication::focusWidget()));
    QTRY_COMPARE(gui::cutOff(window.get()), QString());
    gui::click(gui::find<QAbstractButton>(u"Close details"_s));
    QTRY_VERIFY(view->isVisible());
    QVERIFY(view->hasFocus());
    QCOMPARE(window->selectedCount(), 1);
    window->resize(1280, 768);
    QTRY_VERIFY(details->isVisible()); // as before the window was small
    QVERIFY(view->isVisible());
}

void TestSmallScreen::firstRunScrolls()
{
    MainWindow window(m_model.get());
    const EmptyPageContent::Offer offer{u"terminal"_s, u"roxctl is signed in."_s,
                                        u"Take it over."_s, u"Import…"_s};
    window.setEmptyPage(
        EmptyPageContent{.heading = u"Welcome to Rox Tokens"_s,
                         .sentence = u"It lists, generates and revokes the API tokens."_s,
                         .primary = u"Connect to Central…"_s,
                         .secondary = u"Try the demo"_s,
                         .offer = offer});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.resize(640, 320);
    auto *import = gui::find<QAbstractButton>(u"Import…"_s);
    QVERIFY(import);
    import->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(!import->visibleRegion().isEmpty());
    QTRY_COMPARE(import->visibleRegion().boundingRect(), import->rect());
    QCOMPARE(gui::cutOff(&window), QString());
}

QTEST_MAIN(TestSmallScreen)
#include "tst_smallscreen.moc"
