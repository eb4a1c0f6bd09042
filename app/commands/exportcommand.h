// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "models/review/exportformat.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace rox {

class ExportDialog;
struct KeptTokens;
struct ServerFacts;
class ExportJob;
struct ChosenPrinter;
struct ExportChoice;
struct ExportOutcome;
struct CleanUp;

/// Asks what to export, writes the file in the background, and says what became of it. The rows are
/// those of the list at the time the dialog was opened.
class ExportCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    ~ExportCommand() override;

    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Export; }
    [[nodiscard]] Needs needs() const override { return {.tokens = true}; }
    void run() override { open(m_format); }
    /// The dialog with this format chosen.
    void open(ExportFormat format);
    /// The dialog over `over`, with what a clean-up revokes and what it leaves. `table` is the one
    /// of the clean-up; `filter` says which of its rows that was about.
    void openCleanUp(const TokenTablePtr &table, const CleanUp &cleanUp, const QString &filter,
                     QWidget *over);
    /// The dialog with every token that this history has, over `parent`.
    void exportHistory(const KeptTokens &tokens, const ServerFacts &server, QWidget *parent);

private:
    struct Rows;
    [[nodiscard]] std::shared_ptr<Rows> rowsOf(const TokenTablePtr &table) const;
    [[nodiscard]] std::shared_ptr<const Rows> rowsNow() const;
    [[nodiscard]] static Review reviewOf(const Rows &rows, const ExportChoice &choice,
                                         std::size_t most);
    void openDialog(const std::shared_ptr<const Rows> &rows, ExportFormat format, QWidget *over);
    void write(const std::shared_ptr<const Rows> &rows, const QString &path);
    void print(const std::shared_ptr<const Rows> &rows, const ChosenPrinter &printer);
    ExportJob *makeJob(const QString &path, const std::function<void(const ExportOutcome &)> &then);
    void tell(const Rows &rows, const ExportOutcome &outcome);
    void tellPrinted(const Rows &rows, const ExportOutcome &outcome, const QString &printer);

    QPointer<ExportDialog> m_dialog;
    QPointer<ExportJob> m_job;                 ///< of m_dialog
    ExportFormat m_format = ExportFormat::Csv; ///< the last one
    QString m_folder;                          ///< the last one of this run
};

/// The same, with the report chosen.
class ReportCommand : public Command
{
    Q_OBJECT

public:
    /// `exporting` outlives this object.
    ReportCommand(ExportCommand *exporting, CommandContext *context, QObject *parent)
        : Command(context, parent)
        , m_exporting(exporting)
    {}
    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Report; }
    [[nodiscard]] Needs needs() const override { return m_exporting->needs(); }
    void run() override { m_exporting->open(ExportFormat::Report); }

private:
    ExportCommand *m_exporting;
};

} // namespace rox
