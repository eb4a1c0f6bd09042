// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/models/randomtokens.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/review/exportdialog.h"
#include "ui/widgets/questiondialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void shownRowsAndFormatComeFirst();
    void rowsThatAreNotThereCannotBeChosen();
    void columnsOfTheListAreChosenAtFirst();
    void withoutColumnsNothingIsExported();
    void columnsOfTheSourceAreOnlyForCsv();
    void reportHasNameAndIdAlways();
    void previewFollowsTheChoice();
    void fileDialogHasTheSuffixOfTheFormat();
    void longReportOffersCsv();
    void choiceStaysAfterAFailure();
    void escapeCancelsTheWriting();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    void make(quint32 shown = 5, quint32 selected = 1);
    void chooseFile();
    template <class T>
    [[nodiscard]] T *named(const QString &objectName) const
    {
        return m_dialog->findChild<T *>(objectName);
    }
    QTemporaryDir m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    gui::beginTest();
    make();
}

void TestExportDialog::make(quint32 shown, quint32 selected)
{
    ExportOffer offer;
    offer.server = samples::server();
    offer.asOf = u"as of 10:42"_s;
    offer.counts[ExportRows::Shown] = shown;
    offer.counts[ExportRows::Selected] = selected;
    offer.counts[ExportRows::All] = 20'450;
    offer.filter = u"Active, search: ci"_s;
    offer.shownColumns = {u"status"_s, u"name"_s, u"expires"_s};
    offer.title = u"Review of API tokens"_s;
    const auto reviewOf = [](const ExportChoice &choice, std::size_t most) {
        Review review;
        review.table = tableOf(RandomTokens(1).list(8));
        for (TokenTable::Row row = 0; row < most; ++row)
            review.rows.push_back(row);
        review.columns = reviewColumns(choice.columns);
        review.csv = choice.csv;
        return review;
    };
    m_dialog = std::make_unique<ExportDialog>(offer, reviewOf, nullptr);
    m_dialog->setPlace(m_folder.path(), u"api-tokens"_s);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestExportDialog::chooseFile()
{
    gui::click(named<QPushButton>(u"exportRows"_s));
    auto *files = m_dialog->findChild<QFileDialog *>(u"exportTo"_s);
    QVERIFY(files);
    Q_EMIT files->fileSelected(m_folder.filePath(u"api-tokens.csv"_s));
    files->close();
}

void TestExportDialog::shownRowsAndFormatComeFirst()
{
    QVERIFY(named<QRadioButton>(u"rowsShown"_s)->isChecked());
    QCOMPARE(named<QRadioButton>(u"rowsShown"_s)->text(), u"The 5 shown"_s);
    QCOMPARE(named<QRadioButton>(u"allRows"_s)->text(), u"All 20,450"_s);
    QVERIFY(named<QToolButton>(u"csvButton"_s)->hasFocus());
    QCOMPARE(named<QPushButton>(u"exportRows"_s)->text(), u"Export 5 rows…"_s);
    QVERIFY(named<QPushButton>(u"exportRows"_s)->isDefault());
    named<QRadioButton>(u"rowsSelected"_s)->click();
    QCOMPARE(named<QPushButton>(u"exportRows"_s)->text(), u"Export 1 row…"_s);
    QCOMPARE(m_dialog->choice().rows, ExportRows::Selected);
}

void TestExportDialog::rowsThatAreNotThereCannotBeChosen()
{
    make(0, 0);
    QVERIFY(!named<QRadioButton>(u"rowsShown"_s)->isEnabled());
    QVERIFY(!named<QRadioButton>(u"rowsSelected"_s)->isEnabled());
    QCOMPARE(m_dialog->choice().rows, ExportRows::All);
}

void TestExportDialog::columnsOfTheListAreChosenAtFirst()
{
    const QStringList ofList{u"status"_s,    u"name"_s,    u"server"_s, u"as_of"_s,
                             u"status_at"_s, u"expires"_s, u"id"_s};
    QCOMPARE(m_dialog->choice().columns, ofList);
    gui::click(gui::button(m_dialog.get(), u"All columns"_s));
    QCOMPARE(m_dialog->choice().columns.size(), reviewColumns().size());
    gui::click(gui::button(m_dialog.get(), u"As in the list"_s));
    QCOMPARE(m_dialog->choice().columns, ofList);
}

void TestExportDialog::withoutColumnsNothingIsExported()
{
    const auto boxes = m_dialog->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->objectName().endsWith("Column"_L1) && box->isChecked())
            box->click();
    }
    QVERIFY(!named<QPushButton>(u"exportRows"_s)->isEnabled());
    QCOMPARE(named<QPushButton>(u"exportRows"_s)->toolTip(), u"Choose a column first."_s);
}

void TestExportDialog::columnsOfTheSourceAreOnlyForCsv()
{
    QVERIFY(named<QCheckBox>(u"serverColumn"_s)->isEnabled());
    gui::click(named<QToolButton>(u"jsonButton"_s));
    QVERIFY(!named<QCheckBox>(u"serverColumn"_s)->isEnabled());
    QVERIFY(!m_dialog->choice().columns.contains(u"server"_s));
    gui::click(named<QToolButton>(u"csvButton"_s));
    QVERIFY(m_dialog->choice().columns.contains(u"server"_s));
}

void TestExportDialog::reportHasNameAndIdAlways()
{
    gui::click(named<QToolButton>(u"reportButton"_s));
    QVERIFY(!named<QCheckBox>(u"idColumn"_s)->isEnabled());
    QVERIFY(m_dialog->choice().columns.contains(u"id"_s));
    QCOMPARE(named<QPushButton>(u"exportRows"_s)->text(), u"Save report…"_s);
    named<QLineEdit>(u"reportTitle"_s)->setText(u" Tokens of  the quarter "_s);
    QCOMPARE(m_dialog->choice().title, u"Tokens of the quarter"_s);
}

void TestExportDialog::previewFollowsTheChoice()
{
    const auto *preview = named<QLabel>(u"exportPreview"_s);
    QVERIFY(preview->text().startsWith("status,name,server,"_L1));
    auto *separator = named<QComboBox>(u"separator"_s);
    separator->setCurrentIndex(1);
    QVERIFY(preview->text().startsWith("status;name;server;"_L1));
    gui::click(named<QCheckBox>(u"nameColumn"_s));
    QVERIFY(preview->text().startsWith("status;server;"_L1));
    gui::click(named<QToolButton>(u"jsonButton"_s));
    QVERIFY(preview->text().startsWith(u'{'));
    QVERIFY(!separator->isVisible());
}

void TestExportDialog::fileDialogHasTheSuffixOfTheFormat()
{
    for (const ExportFormatInfo &info : exportFormats()) {
        m_dialog->setFormat(info.format);
        gui::click(named<QPushButton>(u"exportRows"_s));
        auto *files = m_dialog->findChild<QFileDialog *>(u"exportTo"_s);
        QVERIFY(files);
        QCOMPARE(files->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(files->defaultSuffix(), QString(info.suffix));
        QCOMPARE(files->directory().path(), m_folder.path());
        QVERIFY(files->selectedFiles().first().endsWith("api-tokens."_L1 + info.suffix));
        delete files;
    }
}

void TestExportDialog::longReportOffersCsv()
{
    m_dialog->setFormat(ExportFormat::Report);
    named<QRadioButton>(u"allRows"_s)->click();
    gui::click(named<QPushButton>(u"exportRows"_s));
    QVERIFY(!m_dialog->findChild<QFileDialog *>());
    auto *question = m_dialog->findChild<QuestionDialog *>(u"longReport"_s);
    QVERIFY(question);
    gui::click(gui::button(question, u"Export as CSV…"_s));
    QTRY_VERIFY(m_dialog->findChild<QFileDialog *>(u"exportTo"_s));
    QCOMPARE(m_dialog->choice().format, ExportFormat::Csv);
    QCOMPARE(m_dialog->choice().rows, ExportRows::All);
}

void TestExportDialog::choiceStaysAfterAFailure()
{
    QSignalSpy requested(m_dialog.get(), &ExportDialog::exportRequested);
    named<QRadioButton>(u"rowsSelected"_s)->click();
    chooseFile();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), m_folder.filePath(u"api-tokens.csv"_s));
    QVERIFY(m_dialog->isWriting());
    QVERIFY(!named<QPushButton>(u"exportRows"_s)->isEnabled());
    QVERIFY(!named<QToolButton>(u"csvButton"_s)->isEnabled());
    m_dialog->showFailure(u"Not written: the disk is full."_s, u"No half file was left."_s);
    QVERIFY(!m_dialog->isWriting());
    QCOMPARE(m_dialog->choice().rows, ExportRows::Selected);
    QVERIFY(named<QPushButton>(u"exportRows"_s)->isEnabled());
    QVERIFY(gui::everythingSaid(m_dialog.get()).contains("the disk is full"_L1));
}

void TestExportDialog::escapeCancelsTheWriting()
{
    QSignalSpy cancelled(m_dialog.get(), &ExportDialog::cancelRequested);
    chooseFile();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(m_dialog->isVisible());
    m_dialog->showCancelled(u"Cancelled."_s, u"No file was written."_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::nothingIsCutOff_data()
{
    QTest::addColumn<bool>("isLarge");
    QTest::newRow("font of the desktop") << false;
    QTest::newRow("font of twice the size") << true;
}

void TestExportDialog::nothingIsCutOff()
{
    QFETCH(bool, isLarge);
    std::unique_ptr<gui::DoubledFont> font;
    if (isLarge)
        font = std::make_unique<gui::DoubledFont>();
    make();
    for (const ExportFormatInfo &info : exportFormats()) {
        m_dialog->setFormat(info.format);
        QTRY_VERIFY2(gui::cutOff(m_dialog.get()).isEmpty(),
                     qPrintable(gui::cutOff(m_dialog.get())));
    }
    m_dialog.reset();
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
