// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/exportcommand.h"

#include "app/pages/allserversstate.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/history/centralhistory.h"
#include "models/review/exportjob.h"
#include "models/revoke/cleanup.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/review/exportdialog.h"
#include "ui/review/exporttext.h"
#include "ui/review/printquestion.h"
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

/// What a file says of all servers at once; its rows say the rest.
ReviewSource sourceOf(const AllServersState &state, const ServerFacts &facts,
                      const TokenTable &table)
{
    ReviewSource source;
    source.name = facts.name;
    source.address = facts.address;
    source.signedInAs = facts.notSignedIn;
    source.total = table.size();
    for (const ServerState &server : state.servers()) {
        if (server.asOf == NoTime)
            continue;
        source.asOf = source.asOf == NoTime ? server.asOf : std::min(source.asOf, server.asOf);
        source.isOld |= server.trouble != ServerTrouble::None;
    }
    return source;
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
    OfExportRows<std::vector<TokenTable::Row>> of;
    ExportOffer offer;
    QString key; ///< of the session, or of all servers

    void offerCounts()
    {
        for (const ExportRows each : {ExportRows::Shown, ExportRows::Selected, ExportRows::All,
                                      ExportRows::ToRevoke, ExportRows::Staying})
            offer.counts[each] = quint32(of[each].size());
    }
};

ExportCommand::~ExportCommand() = default;

/// Of this table, without any rows.
std::shared_ptr<ExportCommand::Rows> ExportCommand::rowsOf(const TokenTablePtr &table) const
{
    auto rows = std::make_shared<Rows>();
    Review &review = rows->review;
    review.table = table;
    ServerFacts facts;
    if (const Session *of = session()) {
        rows->key = of->key();
        facts = factsOf(*of);
        review.source = sourceOf(*of);
    } else {
        const AllServersState state = stateOfAll(context());
        rows->key = allServersId().toString();
        facts = state.facts();
        review.source = sourceOf(state, facts, *table);
    }
    review.known = model()->knowledge();
    review.now = listing()->clock()->now();
    review.window = listing()->query().expiringWindow;
    review.report = reportStyle(facts.colorName);
    ExportOffer &offer = rows->offer;
    offer.server = facts;
    offer.asOf = tr("as of %1").arg(clockTime(review.source.asOf));
    offer.shownColumns = window()->tokens()->view()->shownColumns();
    offer.reviewer = qEnvironmentVariable("USER");
    return rows;
}

std::shared_ptr<const ExportCommand::Rows> ExportCommand::rowsNow() const
{
    const TokenQuery &query = listing()->query();
    const auto shown = model()->rows();
    auto rows = rowsOf(model()->table());
    Review &review = rows->review;
    rows->of[ExportRows::Shown].assign(shown.begin(), shown.end());
    rows->of[ExportRows::Selected] = review.table->find(window()->selectedIds());
    const auto order = review.table->rowsBy(infoOf(query.sortColumn).sort);
    auto &all = rows->of[ExportRows::All];
    all.assign(order.begin(), order.end());
    if (query.order == Qt::DescendingOrder)
        std::reverse(all.begin(), all.end());
    rows->offerCounts();
    rows->offer.filter = exporttext::filter(query);
    rows->offer.title = exporttext::title(query);
    return rows;
}

Review ExportCommand::reviewOf(const Rows &rows, const ExportChoice &choice, std::size_t most)
{
    const auto &wanted = rows.of[choice.rows];
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
    if (session() || context().scope->isAll())
        openDialog(rowsNow(), format, window());
}

void ExportCommand::openCleanUp(const TokenTablePtr &table, const CleanUp &cleanUp,
                                const QString &filter, QWidget *over)
{
    if (!session())
        return;
    const auto rows = rowsOf(table);
    rows->of[ExportRows::ToRevoke] = cleanUp.going;
    for (const CleanUp::Stay &stay : cleanUp.staying)
        rows->of[ExportRows::Staying].push_back(stay.row);
    rows->offerCounts();
    ExportOffer &offer = rows->offer;
    offer.rows = {ExportRows::ToRevoke, ExportRows::Staying};
    offer.filter = filter;
    offer.title = exporttext::cleanUpTitle(filter);
    openDialog(rows, m_format, over);
}

void ExportCommand::exportHistory(const KeptTokens &tokens, const ServerFacts &server,
                                  QWidget *parent)
{
    if (!tokens.table)
        return;
    auto rows = std::make_shared<Rows>();
    Review &review = rows->review;
    review.table = tokens.table;
    const auto order = review.table->rowsBy(infoOf(TokenColumn::Expires).sort);
    for (const ExportRows each : {ExportRows::Shown, ExportRows::All})
        rows->of[each].assign(order.begin(), order.end());
    rows->offerCounts();
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
                   .counts = rows->offer.counts,
                   .filter = tr("Every token that the history has"),
                   .shownColumns = shownAtFirst(),
                   .title = exporttext::title({}),
                   .reviewer = qEnvironmentVariable("USER")};
    openDialog(rows, m_format, parent);
}

void ExportCommand::openDialog(const std::shared_ptr<const Rows> &rows, ExportFormat format,
                               QWidget *over)
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ExportDialog(
        rows->offer,
        [rows](const ExportChoice &choice, std::size_t most) {
            return reviewOf(*rows, choice, most);
        },
        over);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFormat(format);
    const QString proposed = exportFileName(rows->review.source.name, rows->review.now, format);
    m_dialog->setPlace(m_folder.isEmpty() ? documents() : m_folder,
                       QFileInfo(proposed).completeBaseName());
    connect(m_dialog, &ExportDialog::exportRequested, this,
            [this, rows](const QString &path) { write(rows, path); });
    connect(m_dialog, &ExportDialog::printRequested, this,
            [this, rows](const ChosenPrinter &printer) { print(rows, printer); });
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
    makeJob(path, [this, rows](const ExportOutcome &outcome) {
        tell(*rows, outcome);
    })->start(path, reviewOf(*rows, choice, 0), choice.format);
}

void ExportCommand::print(const std::shared_ptr<const Rows> &rows, const ChosenPrinter &printer)
{
    m_format = ExportFormat::Report;
    makeJob({}, [this, rows, name = printer.name](const ExportOutcome &outcome) {
        tellPrinted(*rows, outcome, name);
    })->startPrinting(printer.paper, reviewOf(*rows, m_dialog->choice(), 0));
}

ExportJob *ExportCommand::makeJob(const QString &path,
                                  const std::function<void(const ExportOutcome &)> &then)
{
    m_job = new ExportJob(m_dialog);
    connect(m_job, &ExportJob::progressed, m_dialog,
            [dialog = m_dialog, path](qsizetype done) { dialog->showProgress(path, done); });
    connect(m_job, &ExportJob::finished, this, [this, then](const ExportOutcome &outcome) {
        m_job->deleteLater();
        then(outcome);
    });
    return m_job;
}

void ExportCommand::tellPrinted(const Rows &rows, const ExportOutcome &outcome,
                                const QString &printer)
{
    switch (outcome.end) {
    case ExportOutcome::End::Failed: {
        const auto [lead, text] = exporttext::notPrinted(printer);
        m_dialog->showFailure(lead, text);
        return;
    }
    case ExportOutcome::End::Cancelled: {
        const auto [lead, text] = exporttext::printCancelled();
        m_dialog->showCancelled(lead, text);
        return;
    }
    case ExportOutcome::End::Written:
        break;
    }
    m_dialog->accept();
    const auto [lead, text] = exporttext::printed(outcome, printer);
    say(rows.key, rows.review.source.name,
        {.id = u"exported"_s, .severity = Severity::Success, .lead = lead, .text = text});
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
