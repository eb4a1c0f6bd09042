// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/tour/tourtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QTableView>
#include <QWindow>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

/// Uses the program in a real window by keys alone. Every window lies on the screen with its frame,
/// is whole, and can be left. Writes screenshots to the folder ROX_TOUR_DIR.
class TestKeyboardTour : public TourTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_application.reset(); }
    void init();

    void opensTheDemo();
    void opensTheMenu();
    void goesThroughTheParts();
    void opensAndLeavesDialogs_data();
    void opensAndLeavesDialogs();
    void generates();
    void readsDetails();
    void asksBeforeARevoke();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void typeKeys(const QString &text);
    /// Presses Tab until the widget of this accessible name has the focus.
    bool tabTo(const QString &name);
    void look(const QString &picture) { TourTest::look(u"keys-"_s + picture); }
    void findsRolesByNeed();
    [[nodiscard]] QTableView *tokens() const
    {
        return m_application->window()->findChild<QTableView *>(u"tokens"_s);
    }
};

void TestKeyboardTour::initTestCase()
{
    startProgram();
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
}

void TestKeyboardTour::init()
{
    front()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
}

void TestKeyboardTour::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(popup ? popup : focus ? focus : front(), key, modifiers);
}

void TestKeyboardTour::typeKeys(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

bool TestKeyboardTour::tabTo(const QString &name)
{
    for (int i = 0; i < 60; ++i) {
        const QWidget *at = QApplication::focusWidget();
        if (at && at->accessibleName() == name)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

void TestKeyboardTour::opensTheDemo()
{
    look(u"first-run"_s);
    QVERIFY(tabTo(u"Try the demo"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(tokens() && tokens()->model()->rowCount() > 1000, 30'000);
    QTRY_VERIFY(tokens()->hasFocus());
    press(Qt::Key_Down);
    QTRY_COMPARE(m_application->window()->selectedCount(), 1);
    look(u"main"_s);
}

void TestKeyboardTour::opensTheMenu()
{
    press(Qt::Key_F10);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    QVERIFY(photograph(m_application->window(), pictureFile(u"keys-menu"_s)));
    const QRect menu = QApplication::activePopupWidget()->frameGeometry();
    QVERIFY(m_application->window()->screen()->availableGeometry().contains(menu));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    press(Qt::Key_M, Qt::ControlModifier);
    look(u"menu-bar"_s);
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(tokens()->hasFocus());
    press(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void TestKeyboardTour::goesThroughTheParts()
{
    tokens()->setFocus();
    QSet<QWidget *> visited;
    for (int i = 0; i < 10; ++i) {
        press(Qt::Key_F6);
        visited.insert(QApplication::focusWidget());
    }
    QVERIFY(visited.size() >= 3);
    QVERIFY(visited.contains(tokens()));
    QVERIFY(tabTo(u"Tokens"_s));
}

void TestKeyboardTour::opensAndLeavesDialogs_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("name");
    QTest::newRow("settings") << int(Qt::Key_Comma) << int(Qt::ControlModifier)
                              << u"settingsDialog"_s;
    QTest::newRow("help") << int(Qt::Key_F1) << 0 << u"helpDialog"_s;
    QTest::newRow("keys") << int(Qt::Key_Question) << int(Qt::ControlModifier) << u"keysDialog"_s;
    QTest::newRow("connect") << int(Qt::Key_N) << int(Qt::ControlModifier | Qt::ShiftModifier)
                             << u"connectToCentral"_s;
    QTest::newRow("generate") << int(Qt::Key_N) << int(Qt::ControlModifier) << u"generateToken"_s;
}

void TestKeyboardTour::opensAndLeavesDialogs()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, name);
    tokens()->setFocus();
    press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    auto *dialog = m_application->window()->findChild<QDialog *>(name);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog, 20'000));
    look(QString::fromLatin1(QTest::currentDataTag()));
    // Tab comes around, so nothing keeps it.
    QWidget *first = QApplication::focusWidget();
    int steps = 0;
    do {
        press(Qt::Key_Tab);
        ++steps;
    } while (QApplication::focusWidget() != first && steps < 60);
    QVERIFY(steps < 60);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_application->window()->findChild<QDialog *>(name));
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
    QTRY_VERIFY(tokens()->hasFocus());
}

/// In the form of a new token.
void TestKeyboardTour::findsRolesByNeed()
{
    QWidget *form = front();
    QVERIFY(tabTo(u"What must it do?"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE(front()->objectName(), u"needDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
    look(u"need-empty"_s);
    QVERIFY(tabTo(u"Job"_s));
    press(Qt::Key_Down);
    QVERIFY(tabTo(u"What the token must read and write"_s));
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    look(u"need"_s);
    QVERIFY(tabTo(u"Job"_s));
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(front(), form);
    QVERIFY(QTest::qWaitForWindowActive(form, 20'000));
    QVERIFY(tabTo(u"Compare two roles"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE(front()->objectName(), u"comparisonDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
    look(u"compare"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(front(), form);
    QVERIFY(QTest::qWaitForWindowActive(form, 20'000));
    look(u"generate-with-roles"_s);
}

void TestKeyboardTour::generates()
{
    press(Qt::Key_N, Qt::ControlModifier);
    auto *roles = find<QListView>(u"Roles"_s);
    QVERIFY(roles);
    QTRY_VERIFY(roles->model()->rowCount() > 3);
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
    QVERIFY(tabTo(u"Token name"_s));
    typeKeys(u"keyboard-tour"_s);
    findsRolesByNeed();
    QVERIFY(tabTo(u"Roles"_s));
    press(Qt::Key_Space);
    QVERIFY(tabTo(u"Generate"_s));
    press(Qt::Key_Return);
    QVERIFY(find<QWidget>(u"Token value"_s, 15'000));
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
    look(u"generated"_s);
    QVERIFY(tabTo(u"Copy token"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QAbstractButton>(u"Done"_s)->isEnabled());
    QVERIFY(tabTo(u"Done"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestKeyboardTour::readsDetails()
{
    tokens()->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QVERIFY(find<QWidget>(u"Token details"_s));
    look(u"details"_s);
    QVERIFY(tabTo(u"Close details"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(tokens()->hasFocus());
}

void TestKeyboardTour::asksBeforeARevoke()
{
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(u"keyboard-tour"_s);
    QTRY_COMPARE(tokens()->model()->rowCount(), 1);
    press(Qt::Key_Down);
    QTRY_COMPARE(m_application->window()->selectedCount(), 1);
    QTRY_VERIFY(m_application->window()->action(MainWindow::Action::Revoke)->isEnabled());
    press(Qt::Key_Delete);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
    look(u"revoke"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(tokens()->hasFocus());
}

QTEST_MAIN(TestKeyboardTour)
#include "tst_keyboardtour.moc"
