// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/exportformat.h"

#include "models/review/csvwriter.h"
#include "models/review/htmlwriter.h"
#include "models/review/jsonwriter.h"
#include "models/review/reportwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct ExportFormatText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ExportFormatText)
};

constexpr qsizetype MostServerName = 40;

} // namespace

std::span<const ExportFormatInfo> exportFormats()
{
    static constexpr ExportFormatInfo table[] = {
        {.format = ExportFormat::Csv,
         .id = "csv"_L1,
         .suffix = "csv"_L1,
         .title = [] { return ExportFormatText::tr("CSV"); },
         .use = [] { return ExportFormatText::tr("For a spreadsheet or a script."); },
         .files = [] { return ExportFormatText::tr("CSV files"); },
         .hasColumnsOfSource = true,
         .write = writeCsv},
        {.format = ExportFormat::Json,
         .id = "json"_L1,
         .suffix = "json"_L1,
         .title = [] { return ExportFormatText::tr("JSON"); },
         .use =
             [] {
                 return ExportFormatText::tr("For a script: names exactly as Central has them.");
             },
         .files = [] { return ExportFormatText::tr("JSON files"); },
         .hasColumnsOfSource = false,
         .write = writeJson},
        {.format = ExportFormat::Html,
         .id = "html"_L1,
         .suffix = "html"_L1,
         .title = [] { return ExportFormatText::tr("HTML"); },
         .use = [] { return ExportFormatText::tr("For a browser, a wiki or a screen reader."); },
         .files = [] { return ExportFormatText::tr("HTML files"); },
         .hasColumnsOfSource = false,
         .write = writeHtml},
        {.format = ExportFormat::Report,
         .id = "report"_L1,
         .suffix = "pdf"_L1,
         .title = [] { return ExportFormatText::tr("PDF report"); },
         .use = [] { return ExportFormatText::tr("A review to print and to sign."); },
         .files = [] { return ExportFormatText::tr("PDF files"); },
         .hasColumnsOfSource = false,
         .write = writeReport},
    };
    return table;
}

const ExportFormatInfo &infoOf(ExportFormat format)
{
    const auto table = exportFormats();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [format](const auto &info) { return info.format == format; });
    Q_ASSERT(found != table.end());
    return *found;
}

QStringList firstLines(const Review &review, ExportFormat format, int most)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    (void)infoOf(format).write(review, buffer, [](qsizetype) { return true; });
    QString text = QString::fromUtf8(buffer.data());
    text.remove(QChar::ByteOrderMark);
    QStringList lines = text.split(u'\n');
    while (lines.size() > most || (!lines.isEmpty() && lines.last().isEmpty()))
        lines.removeLast();
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

QString exportFileName(const QString &server, UtcMs now, ExportFormat format)
{
    QString name;
    const QString wanted = server.simplified().left(MostServerName);
    for (const QChar c : wanted) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || u"._-"_s.contains(c));
        name += isPlain ? c.toLower() : QChar(u'-');
    }
    const QString date = QDateTime::fromMSecsSinceEpoch(now).toString(u"yyyy-MM-dd");
    return u"api-tokens-%1-%2.%3"_s.arg(name, date, infoOf(format).suffix);
}

} // namespace rox
