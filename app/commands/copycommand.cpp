// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/copycommand.h"

#include "app/tokens/tokenlisting.h"
#include "models/review/tabletext.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/values/worker.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/tokenarea.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// More rows than this take longer than a frame.
constexpr qsizetype ManyRows = 1'000;

struct TableTexts
{
    QString plain;
    QString html;
};

} // namespace

CopyCommand::CopyCommand(What what, CommandContext *context, QObject *parent)
    : Command(context, parent)
    , m_what(what)
{}

MainWindow::Action CopyCommand::action() const
{
    switch (m_what) {
    case What::Id:
        return MainWindow::Action::CopyId;
    case What::Name:
        return MainWindow::Action::CopyName;
    case What::Table:
        break;
    }
    return MainWindow::Action::CopyTable;
}

Needs CopyCommand::needs() const
{
    return {.selectedAtLeast = 1};
}

void CopyCommand::run()
{
    const QStringList ids = window()->selectedIds();
    if (ids.isEmpty())
        return;
    if (m_what == What::Table)
        copyTable(ids);
    else
        copyLines(ids);
}

void CopyCommand::copyLines(const QStringList &ids)
{
    QStringList lines = ids;
    if (m_what == What::Name) {
        const TokenTablePtr table = listing()->table();
        for (QString &line : lines) {
            const auto row = table->find(line);
            line = row ? table->name(*row) : QString();
        }
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    const int count = int(lines.size());
    tell(m_what == What::Id ? tr("%Ln ID(s) copied.", nullptr, count)
                            : tr("%Ln name(s) copied.", nullptr, count));
}

void CopyCommand::copyTable(const QStringList &ids)
{
    Review review;
    review.table = model()->table();
    review.rows = review.table->find(ids);
    review.known = model()->knowledge();
    review.now = model()->now();
    review.window = listing()->query().expiringWindow;
    review.columns = reviewColumns(window()->tokens()->view()->shownColumns()
                                   << QString(infoOf(TokenColumn::Id).id));
    const auto textsOf = [](const Review &of) { return TableTexts{tabbedText(of), tableHtml(of)}; };
    const auto place = [](CopyCommand *command, const TableTexts &texts, qsizetype rows) {
        auto *data = new QMimeData;
        data->setText(texts.plain);
        data->setHtml(texts.html);
        QGuiApplication::clipboard()->setMimeData(data); // takes it
        command->tell(tr("%Ln token(s) copied as a table.", nullptr, int(rows)));
    };
    if (ids.size() <= ManyRows) {
        place(this, textsOf(review), ids.size());
        return;
    }
    runOnWorker([command = QPointer(this), review = std::move(review), textsOf, place]() mutable {
        runOnMainThread([command = std::move(command), texts = textsOf(review),
                         rows = qsizetype(review.rows.size()), place] {
            if (command)
                place(command, texts, rows);
        });
    });
}

void CopyCommand::tell(const QString &lead)
{
    window()->messageBar()->show({.id = u"copied"_s, .severity = Severity::Success, .lead = lead});
}

} // namespace rox
