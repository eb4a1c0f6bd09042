// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"
#include "ui/review/exportdialog.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

using Action = MainWindow::Action;

/// Taking tokens out of the window: to a file, and over the clipboard.
class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsShownAreWritten();
    void reportKeyOpensTheReport();
    void reportIsPrinted();
    void printKeyAsksForThePrinter_data();
    void printKeyAsksForThePrinter();
    void printKeyChoosesTheReportFirst();
    void listWithoutTokensSaysWhyNot();
    void failureKeepsTheDialogOpen();
    void copyPutsATableOnTheClipboard();
    void copyIdIsItsOwnAction();
    void manyRowsAreCopiedInTheBackground();

private:
    void open(int tokens);
    [[nodiscard]] ExportDialog *dialog() const { return (*m_window)->findChild<ExportDialog *>(); }
    void exportTo(const QString &path);
    void press(const QKeySequence &keys);
    void select(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestExporting::init()
{
    gui::beginTest();
}

void TestExporting::cleanup()
{
    m_window.reset();
    m_central.reset();
}

void TestExporting::open(int tokens)
{
    m_central = std::make_unique<ScriptedCentral>();
    for (int i = 0; i < tokens; ++i)
        m_central->tokens.append(tokenNamed(u"pipeline-%1"_s.arg(i)));
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    if (tokens > 0) // else there is no table to wait for
        QTRY_COMPARE(m_window->rowCount(), tokens);
}

void TestExporting::press(const QKeySequence &keys)
{
    const QKeyCombination key = keys[0];
    QTest::keyClick(m_window->tokens(), key.key(), key.keyboardModifiers());
}

void TestExporting::select(const QString &name)
{
    (*m_window)->selectIds({tokenNamed(name).id});
    QTRY_VERIFY((*m_window)->action(Action::CopyTable)->isEnabled());
}

void TestExporting::exportTo(const QString &path)
{
    gui::click(dialog()->findChild<QPushButton *>(u"exportRows"_s));
    auto *files = dialog()->findChild<QFileDialog *>(u"exportTo"_s);
    QVERIFY(files);
    Q_EMIT files->fileSelected(path);
    files->close();
}

void TestExporting::rowsShownAreWritten()
{
    open(5);
    Q_EMIT(*m_window)->searchChanged(u"pipeline-3"_s);
    QTRY_COMPARE(m_window->rowCount(), 1);
    press(QKeySequence(u"Ctrl+E"_s));
    QTRY_VERIFY(dialog());
    const QString path = m_folder.filePath(u"tokens.csv"_s);
    exportTo(path);
    QTRY_VERIFY(m_window->said().startsWith("1 row written to "_L1));
    QTRY_VERIFY(!dialog());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY(csv.contains("pipeline-3"));
    QVERIFY(!csv.contains("pipeline-4"));
    // The next one opens in the same folder.
    (*m_window)->action(Action::Export)->trigger();
    QTRY_VERIFY(dialog());
    gui::click(dialog()->findChild<QPushButton *>(u"exportRows"_s));
    QCOMPARE(dialog()->findChild<QFileDialog *>(u"exportTo"_s)->directory().path(),
             m_folder.path());
}

void TestExporting::reportKeyOpensTheReport()
{
    open(2);
    press(QKeySequence(u"Ctrl+P"_s));
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->choice().format, ExportFormat::Report);
    const QString path = m_folder.filePath(u"report.pdf"_s);
    exportTo(path);
    QTRY_VERIFY(m_window->said().startsWith("2 rows written to "_L1));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestExporting::reportIsPrinted()
{
    open(2);
    press(QKeySequence(u"Ctrl+E"_s));
    QTRY_VERIFY(dialog());
    auto *print = dialog()->findChild<QPushButton *>(u"printRows"_s);
    QVERIFY(!print->isVisible()); // there is nothing to print of a CSV file
    gui::click(dialog()->findChild<QToolButton *>(u"reportButton"_s));
    QVERIFY(print->isVisible());
    gui::click(print);
    QPrintDialog *printers = nullptr;
    QTRY_VERIFY((printers = dialog()->findChild<QPrintDialog *>(u"printReport"_s)));
    const QString path = m_folder.filePath(u"printed.pdf"_s);
    printers->printer()->setOutputFormat(QPrinter::PdfFormat);
    printers->printer()->setOutputFileName(path);
    printers->done(QDialog::Accepted);
    QTRY_VERIFY2(m_window->said().startsWith("2 rows printed to "_L1),
                 qPrintable(m_window->said()));
    QVERIFY(!dialog());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestExporting::printKeyAsksForThePrinter_data()
{
    QTest::addColumn<QString>("focus");
    QTest::newRow("format") << u"reportButton"_s;
    QTest::newRow("rows") << u"rowsShown"_s;
    QTest::newRow("title") << u"reportTitle"_s;
    QTest::newRow("button") << u"cancel"_s;
}

void TestExporting::printKeyAsksForThePrinter()
{
    QFETCH(QString, focus);
    open(2);
    press(QKeySequence(u"Ctrl+P"_s));
    QTRY_VERIFY(dialog());
    // QWindow::isActive() is true for a dialog while its parent has the focus.
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
    auto *focused = dialog()->findChild<QWidget *>(focus);
    QVERIFY(focused);
    focused->setFocus();
    QTest::keyClick(focused, Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(dialog()->findChild<QPrintDialog *>(u"printReport"_s));
}

void TestExporting::printKeyChoosesTheReportFirst()
{
    open(2);
    press(QKeySequence(u"Ctrl+E"_s));
    QTRY_VERIFY(dialog());
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
    QCOMPARE(dialog()->choice().format, ExportFormat::Csv);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(dialog()->choice().format, ExportFormat::Report);
    QVERIFY(!dialog()->findChild<QPrintDialog *>());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(dialog()->findChild<QPrintDialog *>(u"printReport"_s));
}

void TestExporting::listWithoutTokensSaysWhyNot()
{
    open(0);
    const QAction *action = (*m_window)->action(Action::Export);
    QTRY_VERIFY(!action->isEnabled());
    QTRY_VERIFY(action->toolTip().contains("There are no tokens in the list."_L1));
    m_central->tokens.append(tokenNamed(u"first"_s));
    QTRY_VERIFY((*m_window)->action(Action::Refresh)->isEnabled());
    (*m_window)->action(Action::Refresh)->trigger();
    QTRY_VERIFY(action->isEnabled());
    QVERIFY((*m_window)->action(Action::Report)->isEnabled());
}

void TestExporting::failureKeepsTheDialogOpen()
{
    open(3);
    (*m_window)->action(Action::Export)->trigger();
    QTRY_VERIFY(dialog());
    gui::click(dialog()->findChild<QToolButton *>(u"jsonButton"_s));
    exportTo(m_folder.filePath(u"not/there/tokens.json"_s));
    QTRY_VERIFY(gui::everythingSaid(dialog()).contains("is not there any more"_L1));
    QCOMPARE(dialog()->choice().format, ExportFormat::Json);
    exportTo(m_folder.filePath(u"tokens.json"_s));
    QTRY_VERIFY(QFile::exists(m_folder.filePath(u"tokens.json"_s)));
    QTRY_VERIFY(!dialog());
}

void TestExporting::copyPutsATableOnTheClipboard()
{
    open(3);
    select(u"pipeline-1"_s);
    press(QKeySequence::Copy);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().startsWith("Status\tName\t"_L1));
    QVERIFY(lines.last().contains("\tpipeline-1\t"_L1));
    QVERIFY(lines.last().endsWith(tokenNamed(u"pipeline-1"_s).id));
    QVERIFY(data->html().contains("<td>pipeline-1</td>"_L1));
    QCOMPARE(m_window->said().trimmed(), u"1 token copied as a table."_s);
}

void TestExporting::copyIdIsItsOwnAction()
{
    open(3);
    select(u"pipeline-1"_s);
    press(QKeySequence(u"Ctrl+Shift+C"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), tokenNamed(u"pipeline-1"_s).id);
}

void TestExporting::manyRowsAreCopiedInTheBackground()
{
    constexpr int Many = 1'500;
    open(Many);
    m_window->tokens()->selectAll();
    QTRY_COMPARE((*m_window)->selectedCount(), Many);
    QTRY_VERIFY((*m_window)->action(Action::CopyTable)->isEnabled());
    (*m_window)->action(Action::CopyTable)->trigger();
    QTRY_VERIFY(m_window->said().startsWith("1,500 tokens copied"_L1));
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), Many + 1);
}

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
