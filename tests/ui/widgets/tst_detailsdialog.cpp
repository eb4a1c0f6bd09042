// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "ui/widgets/detailsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestDetailsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void copiesTheDetailsAlone();
    void closeIsTheDefault();
    void tabReachesEachPart();
    void longDetailsFitTheScreen_data();
    void longDetailsFitTheScreen();
};

void TestDetailsDialog::copiesTheDetailsAlone()
{
    const QString details = u"Kind: <b>X</b>\nMessage: a\u202Eb\n"_s;
    DetailsDialog dialog(u"x\u202E <i>cannot</i> be reached."_s, details, nullptr);
    dialog.open();
    QCOMPARE(dialog.windowTitle(), u"Details"_s);
    QCOMPARE(gui::said(&dialog, u"detailsSentence"_s), u"x⟨U+202E⟩ <i>cannot</i> be reached."_s);
    auto *text = gui::part<QPlainTextEdit>(&dialog, u"Technical details"_s);
    QVERIFY(text && text->isReadOnly());
    QCOMPARE(text->toPlainText(), u"Kind: <b>X</b>\nMessage: a⟨U+202E⟩b\n"_s);
    gui::button(&dialog, u"Copy details"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), details);
    QVERIFY(dialog.isVisible());
}

void TestDetailsDialog::closeIsTheDefault()
{
    DetailsDialog dialog(u"Failed."_s, u"Kind: X"_s, nullptr);
    dialog.open();
    auto *close = gui::part<QPushButton>(&dialog, u"Close"_s);
    QVERIFY(close->isDefault());
    QCOMPARE(dialog.focusWidget(), close);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

void TestDetailsDialog::tabReachesEachPart()
{
    DetailsDialog dialog(u"Failed."_s, u"Kind: X"_s, nullptr);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QStringList order;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        order.append(dialog.focusWidget()->accessibleName());
    }
    QCOMPARE(order, (QStringList{u"Technical details"_s, u"Copy details"_s, u"Close"_s}));
}

void TestDetailsDialog::longDetailsFitTheScreen_data()
{
    QTest::addColumn<QString>("details");
    QTest::newRow("one line") << QString(4096, u'W');
    QTest::newRow("many lines") << QString(2000, u'x').replace(u'x', "y\n"_L1);
}

void TestDetailsDialog::longDetailsFitTheScreen()
{
    QFETCH(QString, details);
    const gui::DoubledFont large;
    DetailsDialog dialog(QString(5000, u'W'), details, nullptr);
    dialog.open();
    QCoreApplication::processEvents();
    const QSize room = dialog.screen()->availableSize();
    QVERIFY(dialog.width() <= room.width() && dialog.height() <= room.height());
    auto *close = gui::button(&dialog, u"Close"_s);
    QVERIFY(dialog.rect().contains(close->mapTo(&dialog, close->rect().bottomRight())));
}

QTEST_MAIN(TestDetailsDialog)
#include "tst_detailsdialog.moc"
