// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

const QString One = u"id-of-one"_s;

/// What the list shows of a token in a column.
QString cell(const OpenWindow &window, const QString &id, TokenColumn column)
{
    const TokenListModel *model = window.application().context()->model;
    const int row = model->rowOf(id);
    return row < 0 ? u"(not shown)"_s
                   : model->index(row, sectionOf(column)).data(Qt::DisplayRole).toString();
}

QPlainTextEdit *noteField()
{
    return find<QPlainTextEdit>(u"Note"_s);
}

void writeNote(const OpenWindow &window, const QString &id, const QString &text)
{
    window->selectIds({id});
    QTRY_VERIFY(window->action(MainWindow::Action::EditNote)->isEnabled());
    QTest::keyClick(window.tokens(), Qt::Key_F2);
    auto *field = noteField();
    QVERIFY(field);
    QTRY_VERIFY(field->hasFocus());
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(window.tokens()->hasFocus());
}

void search(const QString &text)
{
    type(find<QLineEdit>(u"Search tokens"_s), text);
}

} // namespace

/// Notes and tags in the window of the whole program.
class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noteIsThereAfterARestart();
    void noteIsKeptWhenTheWindowIsClosedWhileTyping();
    void tagsAreFound();
    void revokedTokenKeepsItsNote();
    void noteIsWrittenWithoutAnAnswerOfCentral();
    void noteThatCannotBeKeptIsSaid();

private:
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestNotes::init()
{
    beginTest();
    m_central = std::make_unique<ScriptedCentral>();
    m_central->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s), tokenNamed(u"three"_s)};
    m_home = std::make_unique<QTemporaryDir>();
}

void TestNotes::noteIsThereAfterARestart()
{
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_COMPARE(window.rowCount(), 3);
        writeNote(window, One, u"Ask team CI"_s);
        QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"Ask team CI"_s);
        QVERIFY(cell(window, One, TokenColumn::FirstSeen).startsWith(u"20"_s));
    }
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"Ask team CI"_s);
    search(u"team ci"_s);
    QTRY_COMPARE(window.rowCount(), 1);
    window->selectIds({One});
    QTRY_COMPARE(noteField()->toPlainText(), u"Ask team CI"_s);
}

void TestNotes::noteIsKeptWhenTheWindowIsClosedWhileTyping()
{
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_COMPARE(window.rowCount(), 3);
        window->selectIds({One});
        QTRY_VERIFY(window->action(MainWindow::Action::EditNote)->isEnabled());
        QTest::keyClick(window.tokens(), Qt::Key_F2);
        QTRY_VERIFY(noteField()->hasFocus());
        QTest::keyClicks(noteField(), u"half a sentence"_s);
    }
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"half a sentence"_s);
}

void TestNotes::tagsAreFound()
{
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 3);
    window->selectIds({One});
    auto *tags = find<QLineEdit>(u"Tags"_s);
    QVERIFY(tags);
    type(tags, u"on call"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QTRY_COMPARE(cell(window, One, TokenColumn::Tags), u"on-call"_s);
    search(u"tag:on"_s);
    QTRY_COMPARE(window.rowCount(), 1);
    search(u"tag:off"_s);
    QTRY_COMPARE(window.rowCount(), 0);
}

void TestNotes::revokedTokenKeepsItsNote()
{
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 3);
    writeNote(window, One, u"of team CI"_s);
    QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"of team CI"_s);
    m_central->tokens.removeFirst(); // revoked elsewhere, and deleted by Central
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(cell(window, One, TokenColumn::KnownFrom), u"Remembered"_s);
    QCOMPARE(cell(window, One, TokenColumn::Note), u"of team CI"_s);
    writeNote(window, One, u"still of team CI"_s);
    QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"still of team CI"_s);
}

/// Central is away; the list is the newest of the history.
void TestNotes::noteIsWrittenWithoutAnAnswerOfCentral()
{
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_COMPARE(window.rowCount(), 3);
    }
    m_central->instead = [](const SeenRequest &) {
        return Fault{.delay = std::chrono::minutes(1)};
    };
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 3);
    writeNote(window, One, u"written offline"_s);
    QTRY_COMPARE(cell(window, One, TokenColumn::Note), u"written offline"_s);
}

void TestNotes::noteThatCannotBeKeptIsSaid()
{
    QFile blocker(m_home->filePath(u"history"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const OpenWindow window(m_central->connection(), {}, blocker.fileName());
    QTRY_COMPARE(window.rowCount(), 3);
    writeNote(window, One, u"Ask team CI"_s);
    QTRY_VERIFY2(window.labels().contains("Not kept: the history cannot be written."_L1),
                 qPrintable(window.labels()));
    QCOMPARE(noteField()->toPlainText(), u"Ask team CI"_s);
    window->selectIds({u"id-of-two"_s});
    QTRY_COMPARE(noteField()->toPlainText(), QString());
    window->selectIds({One});
    QTRY_COMPARE(noteField()->toPlainText(), u"Ask team CI"_s);
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
