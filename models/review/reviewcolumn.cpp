// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reviewcolumn.h"

#include "models/review/review.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ReviewText)
};

QString serverOf(const ReviewCell &cell)
{
    return cell.token.server ? cell.token.server->name : cell.source.name;
}

UtcMs asOf(const ReviewCell &cell)
{
    return cell.token.server ? cell.token.server->asOf : cell.source.asOf;
}

std::span<const SourceColumnInfo> sourceColumns()
{
    static constexpr SourceColumnInfo table[] = {
        {.id = "server"_L1,
         .title = [] { return ReviewText::tr("Server"); },
         .value = [](const ReviewCell &cell) -> CellValue { return serverOf(cell); },
         .text = [](const ReviewCell &cell) { return visibleText(serverOf(cell)); }},
        {.id = "as_of"_L1,
         .title = [] { return ReviewText::tr("As of"); },
         .value = [](const ReviewCell &cell) -> CellValue { return CellTime{asOf(cell)}; },
         .text = [](const ReviewCell &cell) { return TokenText::issued(asOf(cell)); }},
        {.id = "status_at"_L1,
         //: Column: the time at which the status was true
         .title = [] { return ReviewText::tr("Status at"); },
         .value = [](const ReviewCell &cell) -> CellValue { return CellTime{cell.token.now}; }},
    };
    return table;
}

} // namespace

CellValue ReviewColumn::value(const ReviewCell &cell) const
{
    if (m_ofSource)
        return m_ofSource->value(cell);
    return m_ofToken->value ? m_ofToken->value(cell.token) : CellValue(m_ofToken->text(cell.token));
}

QList<ReviewColumn> reviewColumns()
{
    QList<ReviewColumn> columns;
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (!info.isOfServers)
            columns.append(ReviewColumn(info));
    }
    const auto after = std::find_if_not(columns.begin(), columns.end(), [](const auto &column) {
        return column.is(TokenColumn::Status) || column.is(TokenColumn::Name);
    });
    qsizetype place = after - columns.begin();
    for (const SourceColumnInfo &info : sourceColumns())
        columns.insert(place++, ReviewColumn(info));
    return columns;
}

QList<ReviewColumn> reviewColumns(const QStringList &ids)
{
    QList<ReviewColumn> columns = reviewColumns();
    columns.removeIf([&](const ReviewColumn &column) { return !ids.contains(column.id()); });
    return columns;
}

QList<ReviewColumn> Review::tokenColumns() const
{
    QList<ReviewColumn> ofTokens = columns;
    const bool isOfServers = !known.parts.empty();
    ofTokens.removeIf([&](const ReviewColumn &column) {
        return !column.isOfToken() && !(isOfServers && column.isOfServer());
    });
    return ofTokens;
}

QString isoTime(UtcMs time)
{
    if (time == NoTime)
        return {};
    // Qt::ISODate would end in "+00:00".
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc())
        .toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'");
}

} // namespace rox
