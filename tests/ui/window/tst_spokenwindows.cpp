// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/samplewindows.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/focusaccess.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/plaindescriptions.h"
#include "ui/window/mainwindow.h"

#include <QAccessible>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;
using gui::WindowMaker;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

QWidget *mainWindow()
{
    auto *model = new TokenListModel;
    auto *window = new MainWindow(model);
    model->setParent(window);
    testing::openServer(window);
    testing::showList(window, model, testing::tableOf(testing::believableTokens(), 100), {});
    window->setEmptyPage({});
    window->resize(1280, 768);
    window->show();
    window->selectIds({u"a4"_s});
    window->setActionState(MainWindow::Action::Revoke, false, u"You may not revoke."_s);
    window->messageBar()->show({.id = u"x"_s,
                                .severity = Severity::Bad,
                                .lead = u"It failed."_s,
                                .actions = {{u"Try again"_s, {}}}});
    return window;
}

bool hasMarkup(const QString &text)
{
    static const QRegularExpression tag(u"<[a-z/!][^>]*>|&[a-z]+;|&#[0-9]+;"_s);
    return text.contains(tag);
}

QString nameOf(const QWidget *widget)
{
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
}

} // namespace

/// What a screen reader says of each window, and where Tab goes in it.
class TestSpokenWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { gui::beginTest(); }

    void eachFocusableWidgetHasAName_data() { windows(); }
    void eachFocusableWidgetHasAName();
    void noTextHasMarkup_data() { windows(); }
    void noTextHasMarkup();
    void oneWidgetHasTheFocus_data() { windows(); }
    void oneWidgetHasTheFocus();
    void tabReachesAndLeavesAll_data() { windows(); }
    void tabReachesAndLeavesAll();
    void ownDescriptionStays();
    void segmentsAreRadioButtons();

private:
    static void windows();
};

void TestSpokenWindows::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    new PlainDescriptions(qApp);
    installFocusAccess();
}

void TestSpokenWindows::windows()
{
    QTest::addColumn<WindowMaker>("make");
    for (const samples::SampleWindow &window : samples::dialogs())
        QTest::newRow(window.name) << window.make;
    QTest::newRow("main window") << WindowMaker(mainWindow);
}

void TestSpokenWindows::eachFocusableWidgetHasAName()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> window(make());
    int named = 0;
    for (auto *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(window.get())
            || widget->focusProxy() || widget->window() != window.get())
            continue;
        auto *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(widget)));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(access->text(QAccessible::Name)));
        ++named;
    }
    QVERIFY(named > 0);
}

void TestSpokenWindows::noTextHasMarkup()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> window(make());
    for (auto *widget : window->findChildren<QWidget *>()) {
        auto *access = QAccessible::queryAccessibleInterface(widget);
        if (!access)
            continue;
        for (const auto text : {QAccessible::Name, QAccessible::Description})
            QVERIFY2(!hasMarkup(access->text(text)),
                     qPrintable(nameOf(widget) + u": "_s + access->text(text)));
    }
}

/// Also if the button box passes the focus on to its first button, and a frame to its table.
void TestSpokenWindows::oneWidgetHasTheFocus()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> window(make());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QStringList focused;
    const auto look = [&] {
        focused.clear();
        for (auto *widget : window->findChildren<QWidget *>()) {
            auto *access = QAccessible::queryAccessibleInterface(widget);
            if (access && access->state().focused)
                focused.append(nameOf(widget));
        }
    };
    for (auto *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(window.get())
            || !widget->isEnabled())
            continue;
        widget->setFocus(Qt::TabFocusReason);
        look();
        QVERIFY2(focused.size() <= 1, qPrintable(focused.join(u", "_s)));
    }
}

void TestSpokenWindows::tabReachesAndLeavesAll()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> window(make());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QWidgetList wanted;
    for (auto *widget : window->findChildren<QWidget *>()) {
        const auto *radio = qobject_cast<QRadioButton *>(widget); // arrow keys go to the others
        if (radio && radio->autoExclusive() && !radio->isChecked())
            continue;
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(window.get())
            && widget->isEnabled() && !widget->focusProxy() && widget->window() == window.get())
            wanted.append(widget);
    }
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        QSet<QWidget *> reached;
        int stays = 0; // Tab also goes from part to part of a date, and from link to link
        for (int i = 0; i < 3 * wanted.size() + 20; ++i) {
            QWidget *at = window->focusWidget() ? window->focusWidget() : window.get();
            reached.insert(at);
            QTest::keyClick(at, key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
            QWidget *now = window->focusWidget() ? window->focusWidget() : window.get();
            stays = now == at ? stays + 1 : 0;
            QVERIFY2(stays < 10 || wanted.size() < 2, qPrintable(nameOf(at) + u" keeps Tab"_s));
        }
        for (const QWidget *widget : wanted)
            QVERIFY2(reached.contains(const_cast<QWidget *>(widget)), qPrintable(nameOf(widget)));
    }
}

void TestSpokenWindows::ownDescriptionStays()
{
    QToolButton button;
    button.setToolTip(u"<b>Revoke</b><br>You may &lt;not&gt;."_s);
    QCOMPARE(button.accessibleDescription(), u"Revoke\nYou may <not>."_s);
    button.setToolTip(u"Plain"_s);
    QCOMPARE(button.accessibleDescription(), QString());
    button.setAccessibleDescription(u"38"_s);
    button.setToolTip(u"<qt>Rich</qt>"_s);
    QCOMPARE(button.accessibleDescription(), u"38"_s);
}

void TestSpokenWindows::segmentsAreRadioButtons()
{
    const std::unique_ptr<QWidget> window(mainWindow());
    auto *all = gui::part<QToolButton>(window.get(), u"All"_s);
    auto *access = QAccessible::queryAccessibleInterface(all);
    QCOMPARE(access->role(), QAccessible::RadioButton);
    QVERIFY(access->state().checkable && access->state().checked);
    auto *active =
        QAccessible::queryAccessibleInterface(gui::part<QToolButton>(window.get(), u"Active"_s));
    QVERIFY(!active->state().checked);
    active->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(active->state().checked);
}

QTEST_MAIN(TestSpokenWindows)
#include "tst_spokenwindows.moc"
