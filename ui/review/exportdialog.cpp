// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/exportdialog.h"

#include "models/review/reportwriter.h"
#include "ui/review/columnpicker.h"
#include "ui/review/exportoptions.h"
#include "ui/review/exporttext.h"
#include "ui/review/printquestion.h"
#include "ui/review/rowpicker.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QPageLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 656;
constexpr int QuestionWidth = 528;
constexpr int Margin = 24;
constexpr int RowsWidth = 248;
constexpr int RingRoom = 4; ///< for the focus ring of what stands at the edge of the scroll area

} // namespace

ExportDialog::ExportDialog(ExportOffer offer, ReviewOfChoice reviewOf, QWidget *parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_reviewOf(std::move(reviewOf))
    , m_message(new MessageBar(this))
    , m_body(new QWidget(this))
    , m_formats(new SegmentedBar(m_body))
    , m_use(secondaryLabel({}, m_body))
    , m_rows(new RowPicker(m_offer, m_body))
    , m_columns(new ColumnPicker(m_offer.shownColumns, m_body))
    , m_csv(new CsvOptions(m_body))
    , m_report(new ReportOptions(m_offer, m_body))
    , m_preview(new ExportPreview(m_body))
    , m_progress(new QWidget(this))
    , m_written(new TextLabel(TextSize::Secondary, m_progress))
    , m_bar(new QProgressBar(m_progress))
    , m_note(new QWidget(this))
    , m_print(pushButton(tr("Print…"), u"printRows"_s, this))
    , m_export(pushButton({}, u"exportRows"_s, this))
    , m_cancel(pushButton(tr("Cancel"), u"cancel"_s, this))
{
    setWindowTitle(tr("Export"));
    setObjectName(u"export"_s);
    setAccessibleName(windowTitle());
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(Margin, RingRoom, Margin, RingRoom); // the scroll bar is in the margin
    body->setSpacing(16);
    body->addLayout(pickers());
    body->addWidget(m_csv);
    body->addWidget(m_report);
    body->addWidget(m_preview);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 16);
    column->setSpacing(12);
    m_message->setContentsMargins(Margin, 0, Margin, 0);
    column->addWidget(m_message);
    column->addWidget(new FittedScroll(m_body, this), 1);
    column->addWidget(m_progress);
    column->addLayout(footer());
    m_message->hide();
    m_progress->hide();
    connect(m_rows, &RowPicker::chosen, this, &ExportDialog::changed);
    connect(m_columns, &ColumnPicker::chosen, this, &ExportDialog::changed);
    connect(m_csv, &CsvOptions::chosen, this, &ExportDialog::changed);
    setFormat(ExportFormat::Csv);
}

QLayout *ExportDialog::pickers()
{
    auto *server = new QHBoxLayout;
    server->addWidget(serverLine(m_offer.server, m_body), 1);
    server->addWidget(secondaryLabel(m_offer.asOf, m_body));
    m_formats->setObjectName(u"exportFormat"_s);
    m_formats->setAccessibleName(tr("Format"));
    for (const ExportFormatInfo &info : exportFormats())
        m_formats->addSegment(info.id, info.title());
    connect(m_formats, &SegmentedBar::chosen, this,
            [this](int segment) { choose(exportFormats()[std::size_t(segment)].format); });
    m_use->setObjectName(u"exportUse"_s);
    m_use->setWordWrap(true);
    m_formats->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *formats = new QHBoxLayout;
    formats->setSpacing(12);
    formats->addWidget(m_formats);
    formats->addWidget(m_use, 1);
    m_rows->setFixedWidth(RowsWidth);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_rows);
    row->addWidget(m_columns, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addLayout(server);
    column->addLayout(formats);
    column->addLayout(row);
    return column;
}

QLayout *ExportDialog::footer()
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress"));
    auto *progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(Margin, 0, Margin, 0);
    progress->setSpacing(6);
    progress->addWidget(m_written);
    progress->addWidget(m_bar);
    setButtonRole(m_export, ButtonRole::Primary);
    m_export->setIcon(symbolIcon(u"export"_s, TextTone::Highlighted));
    m_export->setDefault(true);
    m_print->setIcon(symbolIcon(u"print"_s));
    connect(m_print, &QPushButton::clicked, this, [this] { submit(Target::Printer); });
    // Not the shortcut of the button, which is hidden in other formats.
    auto *printKey = new QShortcut(QKeySequence::Print, this);
    printKey->setAutoRepeat(false);
    connect(printKey, &QShortcut::activated, this, &ExportDialog::print);
    connect(m_export, &QPushButton::clicked, this, [this] { submit(Target::File); });
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto *note = new QHBoxLayout(m_note);
    note->setContentsMargins(0, 0, 0, 0);
    note->setSpacing(6);
    note->addWidget(new SymbolMark(u"lock"_s, TextTone::Secondary, 14, m_note));
    note->addWidget(secondaryLabel(tr("No values: this program does not have them."), m_note));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(m_print);
    row->addWidget(m_note);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

void ExportDialog::setFormat(ExportFormat format)
{
    const auto formats = exportFormats();
    const auto at = int(&infoOf(format) - formats.data());
    m_formats->setCurrent(at);
    choose(format);
    m_formats->button(at)->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::choose(ExportFormat format)
{
    const ExportFormatInfo &info = infoOf(format);
    m_use->setText(info.use());
    m_columns->setFormat(info);
    m_csv->setVisible(format == ExportFormat::Csv);
    m_report->setVisible(format == ExportFormat::Report);
    m_print->setVisible(format == ExportFormat::Report);
    m_note->setVisible(format != ExportFormat::Report); // its place is the button's
    m_preview->setVisible(format != ExportFormat::Report);
    changed();
    fit();
}

void ExportDialog::changed()
{
    const ExportChoice now = choice();
    const quint32 rows = m_offer.count(now.rows);
    m_export->setText(exporttext::button(now.format, rows));
    m_export->setAccessibleName(m_export->text());
    const QString whyNot = now.columns.isEmpty() ? tr("Choose a column first.") : QString();
    for (QPushButton *button : {m_export, m_print}) {
        button->setEnabled(whyNot.isEmpty() && !m_isWriting);
        button->setToolTip(whyNot);
    }
    if (now.format != ExportFormat::Report)
        m_preview->showLines(
            firstLines(m_reviewOf(now, ExportPreview::Lines), now.format, ExportPreview::Lines));
}

ExportChoice ExportDialog::choice() const
{
    return {exportFormats()[std::size_t(m_formats->current())].format,
            m_rows->rows(),
            m_columns->columns(),
            m_csv->style(),
            m_report->title(),
            m_report->reviewer()};
}

void ExportDialog::setPlace(const QString &folder, const QString &fileName)
{
    m_folder = folder;
    m_fileName = fileName;
}

void ExportDialog::submit(Target target)
{
    const ExportChoice now = choice();
    if (now.format == ExportFormat::Report && m_offer.count(now.rows) > LongReport)
        askAboutLongReport(target);
    else
        askFor(target);
}

/// Ctrl+P: first the format that can be printed, then the printer.
void ExportDialog::print()
{
    if (m_isWriting)
        return;
    if (choice().format != ExportFormat::Report)
        setFormat(ExportFormat::Report);
    else if (m_print->isEnabled())
        submit(Target::Printer);
}

void ExportDialog::askFor(Target target)
{
    if (target == Target::Printer)
        askForPaper();
    else
        askForFile();
}

void ExportDialog::askAboutLongReport(Target target)
{
    const auto rows = int(m_offer.count(choice().rows));
    constexpr int RowsOnAPage = 24;
    auto *question = new QuestionDialog(
        tr("Make a long report?"), u"warning"_s,
        tr("A report of these rows has about %Ln page(s).", nullptr, rows / RowsOnAPage),
        tr("To filter or to compare so many tokens, a CSV file serves better."), this);
    question->setObjectName(u"longReport"_s);
    enum Answer { Csv, Report, Back };
    question->addAnswer(tr("Export as CSV…"), QDialogButtonBox::AcceptRole, ButtonRole::Primary);
    question->addAnswer(target == Target::Printer ? tr("Print the report…")
                                                  : tr("Save the report…"),
                        QDialogButtonBox::ResetRole);
    question->addAnswer(tr("Back"), QDialogButtonBox::RejectRole);
    question->setDefaultAnswer(Csv);
    connect(question, &QuestionDialog::answered, this, [this, target](int answer) {
        if (answer == Csv)
            setFormat(ExportFormat::Csv);
        if (answer != Back)
            askFor(answer == Csv ? Target::File : target);
    });
    question->openAt(QuestionWidth);
}

void ExportDialog::askForFile()
{
    const ExportFormatInfo &info = infoOf(choice().format);
    auto *dialog = new QFileDialog(this, tr("Export to a file"));
    dialog->setObjectName(u"exportTo"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(info.files(), info.suffix));
    dialog->setDefaultSuffix(QString(info.suffix));
    dialog->setDirectory(m_folder);
    dialog->selectFile(m_fileName + u'.' + info.suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        m_fileName = QFileInfo(path).completeBaseName();
        begin(path);
        Q_EMIT exportRequested(path);
    });
    dialog->open();
}

void ExportDialog::askForPaper()
{
    const Review first = m_reviewOf(choice(), 1); // the kinds of its cells decide on the paper
    askForPrinter(reportPage(first), first.report.title, this,
                  [this](const ChosenPrinter &printer) {
                      begin({});
                      Q_EMIT printRequested(printer);
                  });
}

void ExportDialog::begin(const QString &path)
{
    m_message->hide();
    setWriting(true);
    showProgress(path, 0);
}

void ExportDialog::showProgress(const QString &path, qsizetype rows)
{
    const auto all = qsizetype(m_offer.count(choice().rows));
    m_written->showText(exporttext::progress(path, rows, all), TextTone::Secondary);
    m_bar->setRange(0, std::max(1, int(all)));
    m_bar->setValue(int(rows));
}

void ExportDialog::setWriting(bool isWriting)
{
    m_isWriting = isWriting;
    m_body->setEnabled(!isWriting);
    m_progress->setVisible(isWriting);
    m_cancel->setEnabled(true);
    changed();
    if (isWriting)
        m_cancel->setFocus(Qt::OtherFocusReason);
    else
        m_export->setFocus(Qt::OtherFocusReason);
    fit();
}

void ExportDialog::showFailure(const QString &lead, const QString &text)
{
    m_message->setMessage({.severity = Severity::Bad, .lead = lead, .text = text});
    m_message->show();
    setWriting(false);
}

void ExportDialog::showCancelled(const QString &lead, const QString &text)
{
    m_message->setMessage({.severity = Severity::Info, .lead = lead, .text = text});
    m_message->show();
    setWriting(false);
}

void ExportDialog::reject()
{
    if (!m_isWriting) {
        QDialog::reject();
        return;
    }
    m_cancel->setEnabled(false);
    Q_EMIT cancelRequested();
}

void ExportDialog::fit()
{
    fitDialog(this, isVisible() ? width() : Width);
}

} // namespace rox
