// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokennote.h"
#include "tests/models/samplejwt.h"
#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "ui/details/noteedit.h"
#include "ui/details/notefield.h"
#include "ui/details/tagchip.h"
#include "ui/details/tagedit.h"
#include "ui/style/calmstyle.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace rox;
using namespace Qt::StringLiterals;

/// Note and tags of the details. What is chosen is "kept" only where a test says so.
class TestNoteEdit : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup() { m_window.reset(); }
    void noteIsHandedOverWhenTheFieldIsLeft();
    void noteIsHandedOverWhenAnotherTokenIsShown();
    void noteIsHandedOverWhenTheWindowIsClosed();
    void typedTextStaysWhileTheListIsReadAgain();
    void oldTextOfTheListDoesNotComeBack();
    void undoHandsTheOldNoteOver();
    void keyboardUndoBringsTheOldTextBack();
    void noteThatWasNotKeptStaysWithItsReason();
    void tokenIsNotTaken_data();
    void tokenIsNotTaken();
    void longNoteIsCut();
    void fieldGrowsWithItsText();
    void escapeLeavesTheField();
    void tagsAreAddedAndTakenAway();
    void tagIsTakenAwayByKey();
    void tagThatWasNotKeptStaysWithItsReason();
    void tokenIsNoTag();

private:
    [[nodiscard]] NoteField *field() const { return m_note->field(); }
    [[nodiscard]] QLineEdit *tagField() const
    {
        return m_window->findChild<QLineEdit *>(u"tokenTags"_s);
    }
    [[nodiscard]] QAbstractButton *undoButton() const
    {
        return m_window->findChild<QAbstractButton *>(u"undoNote"_s);
    }
    [[nodiscard]] QStringList chips() const
    {
        QStringList tags;
        for (const TagChip *chip : m_window->findChildren<TagChip *>()) {
            if (chip->isVisible())
                tags.append(chip->tag());
        }
        return tags;
    }
    [[nodiscard]] QString said() const
    {
        QString all;
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible())
                all += label->text() + u'\n';
        }
        return all;
    }
    void leave() { m_elsewhere->setFocus(); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        field()->setFocus();
        field()->paste();
    }

    std::unique_ptr<QWidget> m_window;
    NoteEdit *m_note = nullptr;
    TagEdit *m_tags = nullptr;
    QLineEdit *m_elsewhere = nullptr;
};

void TestNoteEdit::init()
{
    StrictTest::init();
    m_window = std::make_unique<QWidget>();
    m_note = new NoteEdit;
    m_tags = new TagEdit;
    m_elsewhere = new QLineEdit;
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_note);
    column->addWidget(m_tags);
    column->addWidget(m_elsewhere);
    column->addStretch();
    m_window->resize(295, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_elsewhere->setFocus();
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    m_tags->setTags(u"a"_s, {u"ci"_s});
}

void TestNoteEdit::noteIsHandedOverWhenTheFieldIsLeft()
{
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    field()->setFocus();
    leave();
    QCOMPARE(chosen.count(), 0); // it is as it was
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"Ask team CI "_s);
    QVERIFY2(said().contains("Kept when you leave the field"_L1), qPrintable(said()));
    leave();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"a"_s);
    QCOMPARE(chosen.at(0).at(1).toString(), u"Ask team CI"_s);
    QVERIFY(!said().contains("Kept"_L1));
    m_note->settle(u"a"_s, u"Ask team CI"_s, {});
    QVERIFY2(said().contains("Kept\n"_L1), qPrintable(said()));
}

void TestNoteEdit::noteIsHandedOverWhenAnotherTokenIsShown()
{
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    field()->setFocus();
    QTest::keyClicks(field(), u"x"_s);
    m_note->setNote(u"b"_s, u"of b"_s);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"a"_s);
    QCOMPARE(field()->toPlainText(), u"of b"_s);
}

void TestNoteEdit::noteIsHandedOverWhenTheWindowIsClosed()
{
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    field()->setFocus();
    QTest::keyClicks(field(), u"x"_s);
    m_window->close();
    QCOMPARE(chosen.count(), 1);
}

void TestNoteEdit::typedTextStaysWhileTheListIsReadAgain()
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"half a sen"_s);
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    m_note->setNote(u"a"_s, u"of another window"_s);
    QCOMPARE(field()->toPlainText(), u"half a sen"_s);
}

/// The list has the old text until the history was read again.
void TestNoteEdit::oldTextOfTheListDoesNotComeBack()
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"new"_s);
    leave();
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    QCOMPARE(field()->toPlainText(), u"new"_s);
    m_note->settle(u"a"_s, u"new"_s, {});
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    QCOMPARE(field()->toPlainText(), u"new"_s);
    m_note->setNote(u"a"_s, u"new"_s);
    m_note->setNote(u"a"_s, u"of another window"_s);
    QCOMPARE(field()->toPlainText(), u"of another window"_s);
}

void TestNoteEdit::undoHandsTheOldNoteOver()
{
    QVERIFY(!undoButton()->isVisible());
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"new"_s);
    leave();
    m_note->settle(u"a"_s, u"new"_s, {});
    QVERIFY(undoButton()->isVisible());
    gui::click(undoButton());
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(1).at(1).toString(), u"Main pipeline"_s);
    QCOMPARE(field()->toPlainText(), u"Main pipeline"_s);
}

void TestNoteEdit::keyboardUndoBringsTheOldTextBack()
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"new"_s);
    leave();
    m_note->settle(u"a"_s, u"new"_s, {});
    m_note->setNote(u"a"_s, u"new"_s);
    field()->setFocus();
    for (int i = 0; i < 5 && field()->toPlainText() != "Main pipeline"_L1; ++i)
        QTest::keySequence(field(), QKeySequence::Undo);
    QCOMPARE(field()->toPlainText(), u"Main pipeline"_s);
}

void TestNoteEdit::noteThatWasNotKeptStaysWithItsReason()
{
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), u"new"_s);
    leave();
    m_note->settle(u"a"_s, u"new"_s, u"Not kept: the disk is full."_s);
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    QCOMPARE(field()->toPlainText(), u"new"_s);
    QVERIFY2(said().contains("the disk is full"_L1), qPrintable(said()));
    QCOMPARE(field()->accessibleDescription(), u"Not kept: the disk is full."_s);
    m_note->setNote(u"b"_s, {});
    QVERIFY(!said().contains("the disk is full"_L1));
    m_note->setNote(u"a"_s, u"Main pipeline"_s);
    QCOMPARE(field()->toPlainText(), u"new"_s);
    QVERIFY(said().contains("the disk is full"_L1));
    field()->setFocus();
    leave(); // tries again
    QVERIFY(chosen.count() >= 2);
    m_note->settle(u"a"_s, u"new"_s, {});
    QVERIFY(!said().contains("the disk is full"_L1));
}

void TestNoteEdit::tokenIsNotTaken_data()
{
    QTest::addColumn<bool>("isTyped");
    QTest::newRow("pasted") << false;
    QTest::newRow("typed") << true;
}

void TestNoteEdit::tokenIsNotTaken()
{
    QFETCH(bool, isTyped);
    const QSignalSpy chosen(m_note, &NoteEdit::chosen);
    const QString token = QString::fromLatin1(sampleJwt(u"a"_s, u"ci"_s));
    if (isTyped) {
        field()->setFocus();
        field()->insertPlainText(u"it is "_s + token); // as an input method does
    } else {
        paste(u"it is "_s + token);
    }
    QCOMPARE(field()->toPlainText(), u"Main pipeline"_s);
    QVERIFY2(said().contains("This is a token"_L1), qPrintable(said()));
    field()->undo();
    field()->redo();
    QVERIFY(!field()->toPlainText().contains(token.left(40)));
    leave();
    QCOMPARE(chosen.count(), 0);
}

void TestNoteEdit::longNoteIsCut()
{
    field()->selectAll();
    paste(QString(100'000, u'x'));
    QCOMPARE(field()->toPlainText().size(), MaxNote);
    QVERIFY2(said().contains("the rest was left out"_L1), qPrintable(said()));
    QTest::keyClicks(field(), u"y"_s);
    QCOMPARE(field()->toPlainText().size(), MaxNote);
}

void TestNoteEdit::fieldGrowsWithItsText()
{
    const int two = field()->height();
    m_note->setNote(u"b"_s, u"1\n2\n3\n4"_s);
    QTRY_VERIFY(field()->height() > two);
    const int four = field()->height();
    m_note->setNote(u"c"_s, u"1\n2\n3\n4\n5\n6"_s);
    QTRY_VERIFY(field()->height() > four);
    const int six = field()->height();
    m_note->setNote(u"d"_s, QString(u"line\n"_s).repeated(40).trimmed());
    QTRY_COMPARE(field()->height(), six);
    m_note->setNote(u"e"_s, {});
    QTRY_COMPARE(field()->height(), two);
}

void TestNoteEdit::escapeLeavesTheField()
{
    const QSignalSpy escaped(field(), &NoteField::escaped);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(escaped.count(), 1);
}

void TestNoteEdit::tagsAreAddedAndTakenAway()
{
    const QSignalSpy chosen(m_tags, &TagEdit::chosen);
    gui::type(tagField(), u"on call"_s);
    QTest::keyClick(tagField(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(1).toStringList(), (QStringList{u"ci"_s, u"on-call"_s}));
    QCOMPARE(chips(), (QStringList{u"ci"_s, u"on-call"_s}));
    QVERIFY(tagField()->text().isEmpty());
    gui::type(tagField(), u"CI"_s);
    QTest::keyClick(tagField(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1); // it has it already
    gui::type(tagField(), u"old,"_s);
    QCOMPARE(chosen.count(), 2);
    auto *chip = m_window->findChildren<TagChip *>().first();
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 9, chip->height() / 2));
    QCOMPARE(chosen.count(), 3);
    QCOMPARE(chips(), (QStringList{u"on-call"_s, u"old"_s}));
}

void TestNoteEdit::tagIsTakenAwayByKey()
{
    const QSignalSpy chosen(m_tags, &TagEdit::chosen);
    auto *chip = m_window->findChild<TagChip *>();
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(1).toStringList(), QStringList());
    QVERIFY(tagField()->hasFocus());
}

void TestNoteEdit::tagThatWasNotKeptStaysWithItsReason()
{
    gui::type(tagField(), u"old"_s);
    leave();
    m_tags->settle(u"a"_s, {u"ci"_s, u"old"_s}, u"Not kept: the disk is full."_s);
    m_tags->setTags(u"a"_s, {u"ci"_s});
    QCOMPARE(chips(), (QStringList{u"ci"_s, u"old"_s}));
    QVERIFY2(said().contains("the disk is full"_L1), qPrintable(said()));
}

void TestNoteEdit::tokenIsNoTag()
{
    const QSignalSpy chosen(m_tags, &TagEdit::chosen);
    QGuiApplication::clipboard()->setText(QString::fromLatin1(sampleJwt(u"a"_s, u"ci"_s)));
    tagField()->setFocus();
    tagField()->paste();
    QTRY_VERIFY2(said().contains("This is a token"_L1), qPrintable(said()));
    leave();
    QCOMPARE(chosen.count(), 0);
}

QTEST_MAIN(TestNoteEdit)
#include "tst_noteedit.moc"
