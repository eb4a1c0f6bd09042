// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/samplewindows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/mnemonics.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

/// The letter that a text asks for; null: none.
QChar letterOf(const QString &text)
{
    const QString plain = QString(text).remove(u"&&"_s);
    const qsizetype mark = plain.indexOf(u'&');
    return mark < 0 ? QChar() : plain.at(mark + 1).toUpper();
}

/// The letters that are used in this window, and the texts without one.
struct Letters
{
    QSet<QChar> used;
    QStringList missing;
    QStringList twice;

    explicit Letters(const QWidget *window)
    {
        QHash<QChar, QString> owners;
        for (const auto *widget : window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool needsOne =
                qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget)
                || qobject_cast<const QRadioButton *>(widget) || (label && label->buddy());
            const QString text = widget->property("text").toString();
            if (!needsOne || text.isEmpty() || !widget->isVisibleTo(window)
                || widget->window() != window)
                continue;
            const QChar letter = letterOf(text);
            if (letter.isNull())
                missing.append(text);
            else
                used.insert(letter);
            if (owners.contains(letter) && !letter.isNull())
                twice.append(text + u" and "_s + owners.value(letter));
            owners.insert(letter, text);
        }
    }
};

} // namespace

/// Alt and a letter reach the buttons and fields of each dialog.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachDialogHasLettersOfItsOwn_data();
    void eachDialogHasLettersOfItsOwn();
    void clashGivesAnotherLetter();
    void textThatChangesGetsALetter();
    void ampersandOfATextStays();
    void letterGoesToTheField();
};

void TestMnemonics::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    beginTest();
    new Mnemonics(qApp);
}

void TestMnemonics::eachDialogHasLettersOfItsOwn_data()
{
    QTest::addColumn<WindowMaker>("make");
    for (const samples::SampleWindow &window : samples::dialogs())
        QTest::newRow(window.name) << window.make;
}

void TestMnemonics::eachDialogHasLettersOfItsOwn()
{
    QFETCH(WindowMaker, make);
    const std::unique_ptr<QWidget> window(make());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QCoreApplication::processEvents();
    const Letters letters(window.get());
    QVERIFY2(letters.twice.isEmpty(), qPrintable(letters.twice.join(u'\n')));
    // The list of columns has more texts than there are letters.
    for (const QString &text : letters.missing) {
        for (const QChar letter : text.toUpper())
            QVERIFY2(!letter.isLetterOrNumber() || letters.used.contains(letter), qPrintable(text));
    }
}

void TestMnemonics::clashGivesAnotherLetter()
{
    QDialog dialog;
    auto *column = new QVBoxLayout(&dialog);
    auto *first = new QPushButton(u"&Save"_s);
    auto *second = new QPushButton(u"&Send"_s);
    column->addWidget(first);
    column->addWidget(second);
    dialog.open();
    QCOMPARE(first->text(), u"&Save"_s);
    QCOMPARE(second->text(), u"S&end"_s);
}

void TestMnemonics::textThatChangesGetsALetter()
{
    QDialog dialog;
    auto *column = new QVBoxLayout(&dialog);
    auto *button = new QPushButton(u"Revoke"_s);
    auto *hidden = new QPushButton(u"Retry"_s);
    column->addWidget(button);
    column->addWidget(hidden);
    hidden->hide();
    dialog.open();
    QCOMPARE(button->text(), u"&Revoke"_s);
    button->setText(u"Revoke 3 tokens"_s);
    QTRY_COMPARE(button->text(), u"&Revoke 3 tokens"_s);
    hidden->show();
    QTRY_COMPARE(hidden->text(), u"R&etry"_s);
}

void TestMnemonics::ampersandOfATextStays()
{
    QDialog dialog;
    auto *column = new QVBoxLayout(&dialog);
    auto *button = new QPushButton(u"Use a&&b"_s);
    column->addWidget(button);
    dialog.open();
    QCOMPARE(button->text(), u"&Use a&&b"_s);
}

void TestMnemonics::letterGoesToTheField()
{
    QDialog dialog;
    auto *column = new QVBoxLayout(&dialog);
    auto *label = plainLabel(u"Name"_s, &dialog);
    auto *edit = new QLineEdit;
    auto *button = new QPushButton(u"Now"_s);
    label->setBuddy(edit);
    for (QWidget *widget : QWidgetList{button, label, edit})
        column->addWidget(widget);
    QSignalSpy clicked(button, &QPushButton::clicked);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(label->text(), u"&Name"_s);
    QCOMPARE(button->text(), u"N&ow"_s);
    button->setFocus();
    QTest::keyClick(&dialog, Qt::Key_N, Qt::AltModifier);
    QVERIFY(edit->hasFocus());
    QTest::keyClick(&dialog, Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE(clicked.count(), 1); // the button is drawn as pressed first
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
