// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/samplewindows.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;
using gui::KeyWalk;
using gui::WindowMaker;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

void sendKey(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
             bool held = false)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, {}, held);
    QApplication::sendEvent(widget, &event);
}

} // namespace

/// Every dialog of the program in every state with different buttons.
class TestReturnKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { gui::beginTest(); }
    void pressesTheFocusedButton_data();
    void pressesTheFocusedButton();
    void pressesTheDefaultInATextField_data() { pressesTheFocusedButton_data(); }
    void pressesTheDefaultInATextField();
    void heldKeyPressesNothing();
    void modifiersChangeNothing();
    void harmlessButtonHasTheFocusAtFirst_data();
    void harmlessButtonHasTheFocusAtFirst();
};

void TestReturnKey::pressesTheFocusedButton_data()
{
    QTest::addColumn<WindowMaker>("make");
    QTest::addColumn<int>("fewest");
    for (const samples::SampleWindow &window : samples::dialogs())
        QTest::newRow(window.name) << window.make << window.fewestButtons;
}

void TestReturnKey::pressesTheFocusedButton()
{
    QFETCH(WindowMaker, make);
    QFETCH(int, fewest);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const KeyWalk walk = gui::pressEachButton(make, key);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY2(walk.walked.size() >= fewest, qPrintable(walk.walked.join(u'\n')));
    }
}

void TestReturnKey::pressesTheDefaultInATextField()
{
    QFETCH(WindowMaker, make);
    // In these fields Return moves the focus to the roles or the button.
    const QStringList others = {u"Search roles"_s, u"Confirmation"_s};
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const KeyWalk walk = gui::pressInEachField(make, key, others);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
    }
}

void TestReturnKey::heldKeyPressesNothing()
{
    QPushButton button;
    int clicked = 0;
    connect(&button, &QPushButton::clicked, &button, [&clicked] { ++clicked; });
    sendKey(&button, Qt::Key_Return, Qt::NoModifier, true);
    QCOMPARE(clicked, 0);
    sendKey(&button, Qt::Key_Return);
    QCOMPARE(clicked, 1);
}

void TestReturnKey::modifiersChangeNothing()
{
    QToolButton button;
    int clicked = 0;
    connect(&button, &QToolButton::clicked, &button, [&clicked] { ++clicked; });
    for (const Qt::KeyboardModifier modifier :
         {Qt::ControlModifier, Qt::AltModifier, Qt::ShiftModifier, Qt::MetaModifier})
        sendKey(&button, Qt::Key_Return, modifier);
    QCOMPARE(clicked, 0);
    sendKey(&button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked, 1);
    button.setEnabled(false);
    sendKey(&button, Qt::Key_Return);
    QCOMPARE(clicked, 1);
}

void TestReturnKey::harmlessButtonHasTheFocusAtFirst_data()
{
    QTest::addColumn<WindowMaker>("make");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *window, const QString &button) {
        QTest::newRow(window) << samples::dialog(window) << button;
    };
    row("close without the value", u"Keep open"_s);
    row("revoke one", u"Cancel"_s);
    row("revoke many", u"Cancel"_s);
    row("asked again", u"Cancel"_s);
    row("stopped", u"Close"_s);
    row("revoke the token in use", u"Keep it, revoke 2"_s);
    row("certificate unknown", u"Cancel"_s);
    row("certificate compared", u"Stay disconnected"_s);
    row("remove server", u"Cancel"_s);
}

void TestReturnKey::harmlessButtonHasTheFocusAtFirst()
{
    QFETCH(WindowMaker, make);
    QFETCH(QString, name);
    const std::unique_ptr<QWidget> window(make());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    auto *button = qobject_cast<QPushButton *>(gui::button(window.get(), name));
    QVERIFY(button);
    QCOMPARE(window->focusWidget(), button);
    QVERIFY(button->isDefault());
}

QTEST_MAIN(TestReturnKey)
#include "tst_returnkey.moc"
