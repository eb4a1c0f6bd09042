// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/review/exportchoice.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rox {

class ColumnPicker;
class CsvOptions;
class ExportPreview;
class MessageBar;
class ReportOptions;
class RowPicker;
class SegmentedBar;
class TextLabel;
struct ChosenPrinter;

/// Asks for format, rows and columns, and for the file or the printer; shows how far that is. A
/// failure is said here, and all that was chosen stays.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Before a report of more rows is made, a question offers CSV: it has over 400 pages.
    static constexpr quint32 LongReport = 10'000;

    ExportDialog(ExportOffer offer, ReviewOfChoice reviewOf, QWidget *parent);

    void setFormat(ExportFormat format);
    [[nodiscard]] ExportChoice choice() const;
    /// Where the file dialog opens, and the name that it proposes without its suffix.
    void setPlace(const QString &folder, const QString &fileName);

    void showProgress(const QString &path, qsizetype rows); ///< no path: of printing
    /// The file was not written: the choice is the user's again.
    void showFailure(const QString &lead, const QString &text);
    void showCancelled(const QString &lead, const QString &text);
    [[nodiscard]] bool isWriting() const { return m_isWriting; }
    void reject() override;

Q_SIGNALS:
    void exportRequested(const QString &path);
    void printRequested(const rox::ChosenPrinter &printer);
    void cancelRequested(); ///< while the file is written

private:
    QLayout *pickers();
    QLayout *footer();
    void choose(ExportFormat format);
    void changed();
    enum class Target { File, Printer };
    void submit(Target target);
    void print();
    void askAboutLongReport(Target target);
    void askFor(Target target);
    void askForFile();
    void askForPaper();
    void begin(const QString &path);
    void setWriting(bool isWriting);
    void fit();

    ExportOffer m_offer;
    ReviewOfChoice m_reviewOf;
    MessageBar *m_message;
    QWidget *m_body;
    SegmentedBar *m_formats;
    QLabel *m_use;
    RowPicker *m_rows;
    ColumnPicker *m_columns;
    CsvOptions *m_csv;
    ReportOptions *m_report;
    ExportPreview *m_preview;
    QWidget *m_progress;
    TextLabel *m_written;
    QProgressBar *m_bar;
    QWidget *m_note;
    QPushButton *m_print;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QString m_folder;
    QString m_fileName;
    bool m_isWriting = false;
};

} // namespace rox
