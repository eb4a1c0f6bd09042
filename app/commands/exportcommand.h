// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "models/review/exportformat.h"

#include <QPointer>

namespace rox {

class ExportDialog;
struct AllTokens;
struct ServerFacts;
class ExportJob;
struct ExportChoice;
struct ExportOutcome;

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
    /// The dialog with every token that this history has, over `parent`.
    void exportHistory(const AllTokens &tokens, const ServerFacts &server, QWidget *parent);

private:
    struct Rows;
    [[nodiscard]] std::shared_ptr<const Rows> rowsNow() const;
    [[nodiscard]] static Review reviewOf(const Rows &rows, const ExportChoice &choice,
                                         std::size_t most);
    void ask(const std::shared_ptr<const Rows> &rows, ExportFormat format, QWidget *parent);
    void write(const std::shared_ptr<const Rows> &rows, const QString &path);
    void tell(const Rows &rows, const ExportOutcome &outcome);

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
