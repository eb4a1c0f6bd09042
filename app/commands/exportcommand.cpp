// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/exportcommand.h"

#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/history/centralhistory.h"
#include "models/review/exportjob.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/review/exportdialog.h"
#include "ui/review/exporttext.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/message.h"
#include "ui/window/tokenarea.h"

#include <QApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 128;

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
}

ReviewSource sourceOf(const Session &session)
{
    return {.name = session.name(),
            .address = session.address(),
            .asOf = session.tableAsOf(),
            .isOld = session.standing() != Standing::Connected,
            .signedInAs = session.identity() ? session.identity()->displayName : QString(),
            .total = session.table() ? session.table()->size() : 0};
}

ReportStyle reportStyle(const QString &colorName)
{
    ReportStyle style;
    style.program = u"Rox Tokens %1"_s.arg(QApplication::applicationVersion()).trimmed();
    style.font = QApplication::font();
    style.fixedFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.icon = applicationIcon().pixmap(IconSize, IconSize).toImage();
    style.serverColor = serverColor(colorName, false);
    style.times = {.relative = relativeTime, .date = exporttext::reportDate, .whole = longTime};
    return style;
}

/// The ids of the columns that say when a token was revoked, besides those of a new list.
QStringList shownAtFirst()
{
    QStringList ids;
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (info.isShownAtFirst || info.column == TokenColumn::Revoked
            || info.column == TokenColumn::By || info.column == TokenColumn::Id)
            ids.append(info.id);
    }
    return ids;
}

} // namespace

/// What the list holds when the dialog is opened.
struct ExportCommand::Rows
{
    Review review; ///< with the rows that are shown
    std::vector<TokenTable::Row> selected;
    std::vector<TokenTable::Row> all;
    ExportOffer offer;
    QString key; ///< of the session
};

ExportCommand::~ExportCommand() = default;

std::shared_ptr<const ExportCommand::Rows> ExportCommand::rowsNow() const
{
    const Session &now = *session();
    const TokenQuery &query = listing()->query();
    const auto shown = model()->rows();
    auto rows = std::make_shared<Rows>();
    rows->key = now.key();
    Review &review = rows->review;
    review.table = model()->table();
    review.rows.assign(shown.begin(), shown.end());
    review.known = model()->knowledge();
    review.now = now.clock()->now();
    review.window = query.expiringWindow;
    review.source = sourceOf(now);
    review.report = reportStyle(now.entry().profile.colorName);
    rows->selected = review.table->find(window()->selectedIds());
    const auto order = review.table->rowsBy(infoOf(query.sortColumn).sort);
    rows->all.assign(order.begin(), order.end());
    if (query.order == Qt::DescendingOrder)
        std::reverse(rows->all.begin(), rows->all.end());
    rows->offer = {.server = factsOf(now),
                   .asOf = tr("as of %1").arg(clockTime(now.tableAsOf())),
                   .shown = quint32(review.rows.size()),
                   .selected = quint32(rows->selected.size()),
                   .all = review.table->size(),
                   .filter = exporttext::filter(query),
                   .shownColumns = window()->tokens()->view()->shownColumns(),
                   .title = exporttext::title(query),
                   .reviewer = qEnvironmentVariable("USER")};
    return rows;
}

Review ExportCommand::reviewOf(const Rows &rows, const ExportChoice &choice, std::size_t most)
{
    const auto &wanted = choice.rows == ExportRows::Selected ? rows.selected
                         : choice.rows == ExportRows::All    ? rows.all
                                                             : rows.review.rows;
    const std::size_t count = most > 0 ? std::min(most, wanted.size()) : wanted.size();
    Review review = rows.review;
    review.rows.assign(wanted.begin(), wanted.begin() + std::ptrdiff_t(count));
    review.columns = reviewColumns(choice.columns);
    review.filter = exporttext::chosenRows(choice.rows, rows.offer);
    review.leftOut = exporttext::leftOut(choice.rows, rows.offer);
    review.csv = choice.csv;
    review.report.title = choice.title.isEmpty() ? rows.offer.title : choice.title;
    review.report.reviewer = choice.reviewer;
    return review;
}

void ExportCommand::open(ExportFormat format)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    if (session())
        ask(rowsNow(), format, window());
}

void ExportCommand::exportHistory(const AllTokens &tokens, const ServerFacts &server,
                                  QWidget *parent)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
    }
    if (!tokens.table || m_dialog)
        return;
    auto rows = std::make_shared<Rows>();
    Review &review = rows->review;
    review.table = tokens.table;
    const auto order = review.table->rowsBy(infoOf(TokenColumn::Expires).sort);
    rows->all.assign(order.begin(), order.end());
    review.rows = rows->all;
    review.known.history = tokens.history;
    review.now = QDateTime::currentMSecsSinceEpoch();
    review.window = listing()->query().expiringWindow;
    review.source = {.name = server.name,
                     .address = server.address,
                     .asOf = tokens.asOf,
                     .isOld = true,
                     .signedInAs = {},
                     .total = review.table->size()};
    review.report = reportStyle(server.colorName);
    rows->offer = {.server = server,
                   .asOf = tr("as of %1").arg(momentText(tokens.asOf, review.now)),
                   .shown = review.table->size(),
                   .all = review.table->size(),
                   .filter = tr("Every token that the history has"),
                   .shownColumns = shownAtFirst(),
                   .title = exporttext::title({}),
                   .reviewer = qEnvironmentVariable("USER")};
    ask(rows, m_format, parent);
}

void ExportCommand::ask(const std::shared_ptr<const Rows> &rows, ExportFormat format,
                        QWidget *parent)
{
    m_dialog = new ExportDialog(
        rows->offer,
        [rows](const ExportChoice &choice, std::size_t most) {
            return reviewOf(*rows, choice, most);
        },
        parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFormat(format);
    const QString proposed = exportFileName(rows->review.source.name, rows->review.now, format);
    m_dialog->setPlace(m_folder.isEmpty() ? documents() : m_folder,
                       QFileInfo(proposed).completeBaseName());
    connect(m_dialog, &ExportDialog::exportRequested, this,
            [this, rows](const QString &path) { write(rows, path); });
    connect(m_dialog, &ExportDialog::cancelRequested, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    m_dialog->open();
}

void ExportCommand::write(const std::shared_ptr<const Rows> &rows, const QString &path)
{
    const ExportChoice choice = m_dialog->choice();
    m_format = choice.format;
    m_folder = QFileInfo(path).absolutePath();
    m_job = new ExportJob(m_dialog);
    connect(m_job, &ExportJob::progressed, m_dialog,
            [dialog = m_dialog, path](qsizetype done) { dialog->showProgress(path, done); });
    connect(m_job, &ExportJob::finished, this, [this, rows](const ExportOutcome &outcome) {
        m_job->deleteLater();
        tell(*rows, outcome);
    });
    m_job->start(path, reviewOf(*rows, choice, 0), choice.format);
}

void ExportCommand::tell(const Rows &rows, const ExportOutcome &outcome)
{
    switch (outcome.end) {
    case ExportOutcome::End::Failed: {
        const auto [lead, text] = exporttext::failure(outcome);
        m_dialog->showFailure(lead, text);
        return;
    }
    case ExportOutcome::End::Cancelled: {
        const auto [lead, text] = exporttext::cancelled();
        m_dialog->showCancelled(lead, text);
        return;
    }
    case ExportOutcome::End::Written:
        break;
    }
    m_dialog->accept();
    const auto [lead, text] = exporttext::written(outcome);
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(outcome.path).absolutePath());
    say(rows.key, rows.review.source.name,
        {.id = u"exported"_s,
         .severity = Severity::Success,
         .lead = lead,
         .text = text,
         .actions = {
             {tr("Open folder"), [folder] { QDesktopServices::openUrl(folder); }, u"folder"_s}}});
}

} // namespace rox
