// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/csvwriter.h"

#include <QIODevice>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ByteOrderMark = "\xEF\xBB\xBF";
const QString GuardedColumn = u"guarded"_s;

bool wouldRun(QStringView text)
{
    // Spreadsheets take the full-width forms of these characters too.
    static constexpr QStringView starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return !text.isEmpty() && starts.contains(text.front());
}

QString textOf(const CellValue &value)
{
    if (const auto *time = std::get_if<CellTime>(&value))
        return isoTime(time->at);
    if (const auto *list = std::get_if<QStringList>(&value))
        return list->join("; "_L1);
    return std::get<QString>(value);
}

void appendField(QString &line, const QString &field, QChar separator)
{
    const bool isPlain = std::none_of(field.begin(), field.end(), [separator](QChar c) {
        return c == separator || c == u'"' || c == u'\r' || c == u'\n';
    });
    const bool hasEdges = !field.isEmpty() && (field.front().isSpace() || field.back().isSpace());
    if (isPlain && !hasEdges) {
        line += field;
        return;
    }
    QString doubled = field;
    doubled.replace(u'"', "\"\""_L1);
    line += u'"' + doubled + u'"';
}

QString headerOf(const Review &review)
{
    QString line;
    for (const ReviewColumn &column : review.columns) {
        appendField(line, QString(column.id()), review.csv.separator);
        line += review.csv.separator;
    }
    if (review.csv.isGuarded)
        line += GuardedColumn;
    else
        line.chop(1);
    return line + "\r\n"_L1;
}

QString lineOf(const Review &review, std::size_t at)
{
    const ReviewCell cell = review.cellAt(at);
    QString line;
    QStringList guarded;
    for (const ReviewColumn &column : review.columns) {
        QString field = textOf(column.value(cell));
        if (review.csv.isGuarded && wouldRun(field)) {
            field.prepend(u'\'');
            guarded.append(QString(column.id()));
        }
        appendField(line, field, review.csv.separator);
        line += review.csv.separator;
    }
    if (review.csv.isGuarded)
        appendField(line, guarded.join("; "_L1), review.csv.separator);
    else
        line.chop(1);
    return line + "\r\n"_L1;
}

} // namespace

QString safeForSpreadsheet(const QString &text)
{
    return wouldRun(text) ? u'\'' + text : text;
}

bool writeCsv(const Review &review, QIODevice &device, const ReviewStep &step)
{
    const auto write = [&device](const QByteArray &bytes) {
        return device.write(bytes) == bytes.size();
    };
    if (!write(QByteArray(ByteOrderMark)) || !write(headerOf(review).toUtf8()))
        return false;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        if (at % RowsPerStep == 0 && !step(qsizetype(at)))
            return false;
        if (!write(lineOf(review, at).toUtf8()))
            return false;
    }
    return step(qsizetype(review.rows.size()));
}

} // namespace rox
