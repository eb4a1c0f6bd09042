// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/exportformat.h"
#include "models/tokens/tokencolumn.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t ReportRows = 10'000;

Review reviewOf(const TokenTablePtr &table)
{
    Review review;
    review.table = table;
    for (TokenTable::Row row = 0; row < table->size(); ++row)
        review.rows.push_back(row);
    review.now = Now;
    review.columns = reviewColumns();
    review.report.font = QGuiApplication::font();
    review.report.fixedFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return review;
}

/// Those that a list of one server shows at first.
QStringList firstColumns()
{
    QStringList ids;
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (info.isShownAtFirst && !info.isOfServers)
            ids.append(info.id);
    }
    return ids;
}

void write(const Review &review, ExportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    keep(infoOf(format).write(review, buffer, [](qsizetype) { return true; }));
}

/// The peer of CSV and JSON: the same values through QJsonDocument.
void writeDocument(const Review &review)
{
    QJsonArray tokens;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        const Token token = review.table->token(review.rows[at]);
        tokens.append(QJsonObject{{u"id"_s, token.id},
                                  {u"name"_s, token.name},
                                  {u"roles"_s, QJsonArray::fromStringList(token.roles)},
                                  {u"issued"_s, isoTime(token.issuedAt)},
                                  {u"expires"_s, isoTime(token.expiresAt)}});
    }
    keep(QJsonDocument(tokens).toJson());
}

/// The peer of the report: name and id of each token at a fixed place.
void paintPlain(const Review &review)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    QPainter painter(&pdf);
    constexpr int RowsOnAPage = 30;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        if (at > 0 && at % RowsOnAPage == 0)
            pdf.newPage();
        const Token token = review.table->token(review.rows[at]);
        const int y = int(at % RowsOnAPage + 1) * 300;
        painter.drawText(0, y, token.name);
        painter.drawText(4'000, y, token.id);
    }
}

} // namespace

void benchExporting(const TokenTablePtr &table)
{
    Review review = reviewOf(table);
    const double document = medianMs(3, [&] { writeDocument(review); });
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Html}) {
        const double ours = medianMs(3, [&] { write(review, format); });
        print({u"export %1 as %2"_s.arg(rowsText(table->size()), infoOf(format).id),
               ours,
               document,
               u"QJsonDocument"_s,
               {}});
    }
    review.rows.resize(std::min(review.rows.size(), ReportRows));
    review.columns = reviewColumns(firstColumns());
    const Pair report = medianMsBeside(
        3, [&] { write(review, ExportFormat::Report); }, [&] { paintPlain(review); });
    print({u"report of 10,000 rows"_s,
           report.ours,
           report.peer,
           u"name and id painted on QPdfWriter"_s,
           {Bar::Of::Ours, 2'000}});
}

} // namespace rox::bench
