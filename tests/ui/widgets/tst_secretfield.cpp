// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "ui/style/typography.h"
#include "ui/widgets/revealbutton.h"
#include "ui/widgets/secretfield.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

class Window : public QWidget
{
public:
    Window()
        : field(new SecretField(this))
        , button(new RevealButton(field, this))
    {
        auto *row = new QHBoxLayout(this);
        row->addWidget(field);
        row->addWidget(button);
        field->setSecret(Secret(QByteArray("eyJhbGciOi.s3cret.").append(QByteArray(1000, 'x'))));
        resize(500, 100);
        show();
        activateWindow();
    }
    SecretField *field;
    RevealButton *button;
};

QAccessibleInterface *accessible(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

} // namespace

class TestSecretField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void maskedSecretIsInNoProperty();
    void maskHasAFixedLength();
    void shortPressToggles();
    void longPressShowsUntilRelease();
    void keyboardToggles();
    void hidesAfterItsTime();
    void hidesWithTheWindow();
    void noMouseSelection();
    void shownSecretIsWhole();
    void longSecretScrolls();
};

void TestSecretField::maskedSecretIsInNoProperty()
{
    Window window;
    QVERIFY(!gui::everythingSaid(&window).contains(u"s3cret"));
    QVERIFY(accessible(window.field)->state().passwordEdit);
    QVERIFY(accessible(window.field)->state().readOnly);
    QCOMPARE(accessible(window.field)->text(QAccessible::Value), QString());
    window.field->setRevealed(true);
    QVERIFY(accessible(window.field)->text(QAccessible::Value).contains(u"s3cret"));
    QVERIFY(!accessible(window.field)->state().passwordEdit);
    window.field->setRevealed(false);
    QVERIFY(!gui::everythingSaid(&window).contains(u"s3cret"));
}

void TestSecretField::maskHasAFixedLength()
{
    Window window;
    const QImage longer = window.field->grab().toImage();
    window.field->setSecret(Secret("short"));
    QCOMPARE(window.field->grab().toImage(), longer);
    window.field->setRevealed(true);
    QVERIFY(window.field->grab().toImage() != longer);
}

void TestSecretField::shortPressToggles()
{
    Window window;
    QCOMPARE(window.button->accessibleName(), u"Show token"_s);
    QTest::mouseClick(window.button, Qt::LeftButton);
    QVERIFY(window.field->isRevealed());
    QCOMPARE(window.button->accessibleName(), u"Hide token"_s);
    QTest::mouseClick(window.button, Qt::LeftButton);
    QVERIFY(!window.field->isRevealed());
    QCOMPARE(window.button->accessibleName(), u"Show token"_s);
}

void TestSecretField::longPressShowsUntilRelease()
{
    Window window;
    window.button->setHoldMs(0); // makes every press a long one
    QTest::mousePress(window.button, Qt::LeftButton);
    QVERIFY(window.field->isRevealed());
    QTest::qWait(2);
    QTest::mouseRelease(window.button, Qt::LeftButton);
    QVERIFY(!window.field->isRevealed());
}

void TestSecretField::keyboardToggles()
{
    Window window;
    window.button->setFocus();
    QTest::keyClick(window.button, Qt::Key_Space);
    QVERIFY(window.field->isRevealed());
    window.button->click(); // like a screen reader
    QVERIFY(!window.field->isRevealed());
}

void TestSecretField::hidesAfterItsTime()
{
    Window window;
    window.field->setTickMs(1);
    QSignalSpy seconds(window.field, &SecretField::secondPassed);
    window.field->setRevealed(true);
    QTRY_VERIFY(!window.field->isRevealed());
    QCOMPARE(seconds.count(), SecretField::Seconds - 1);
    QCOMPARE(window.field->secondsLeft(), 0);
}

void TestSecretField::hidesWithTheWindow()
{
    Window window;
    window.field->setRevealed(true);
    window.hide();
    QVERIFY(!window.field->isRevealed());

    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.field->setRevealed(true);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTRY_VERIFY(!window.field->isRevealed());
}

void TestSecretField::noMouseSelection()
{
    Window window;
    window.field->setRevealed(true);
    const QImage before = window.field->grab().toImage();
    QTest::mousePress(window.field, Qt::LeftButton, {}, {5, 20});
    QTest::mouseMove(window.field, {200, 20});
    QTest::mouseDClick(window.field, Qt::LeftButton, {}, {100, 20});
    window.field->clearFocus();
    window.button->setFocus();
    QCOMPARE(window.field->grab().toImage(), before);
    QVERIFY(!window.field->acceptDrops());
    QCOMPARE(window.field->contextMenuPolicy(), Qt::DefaultContextMenu); // no own context menu
}

void TestSecretField::shownSecretIsWhole()
{
    Window window;
    const QFontMetrics metrics(fixedTypeface(window.field->font()));
    window.field->setRevealed(true);
    window.resize(window.width(), window.layout()->totalHeightForWidth(window.width()));
    // As many characters as fit in a line, in as many lines as fit in the field.
    const int inALine = window.field->width() / metrics.horizontalAdvance(u'x');
    const int lines = window.field->height() / metrics.height();
    QVERIFY2(inALine * lines >= int(window.field->secret().size()),
             qPrintable(u"%1 lines of %2"_s.arg(lines).arg(inALine)));
    const QImage start = window.field->grab().toImage();
    window.field->setFocus();
    QTest::keyClick(window.field, Qt::Key_End);
    window.field->clearFocus();
    QCOMPARE(window.field->grab().toImage(), start); // nothing is left to scroll to
}

void TestSecretField::longSecretScrolls()
{
    Window window;
    window.field->setSecret(Secret(
        QByteArray("begin").append(QByteArray(20'000, 'x')).append("the end of the secret")));
    window.field->setRevealed(true);
    window.field->setFocus();
    const QImage start = window.field->grab().toImage();
    QTest::keyClick(window.field, Qt::Key_End);
    const QImage end = window.field->grab().toImage();
    QVERIFY(end != start);
    QTest::keyClick(window.field, Qt::Key_Down);
    QCOMPARE(window.field->grab().toImage(), end);
    QTest::keyClick(window.field, Qt::Key_Home);
    QCOMPARE(window.field->grab().toImage(), start);
}

QTEST_MAIN(TestSecretField)
#include "tst_secretfield.moc"
