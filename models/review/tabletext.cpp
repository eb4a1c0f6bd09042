// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/tabletext.h"

#include "models/review/csvwriter.h"

namespace rox {

using namespace Qt::StringLiterals;

QString tabbedText(const Review &review)
{
    const QList<ReviewColumn> columns = review.tokenColumns();
    QStringList cells;
    for (const ReviewColumn &column : columns)
        cells.append(column.title());
    QString text = cells.join(u'\t') + u'\n';
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        const ReviewCell cell = review.cellAt(at);
        cells.clear();
        for (const ReviewColumn &column : columns)
            cells.append(safeForSpreadsheet(column.text(cell)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString tableHtml(const Review &review)
{
    const QList<ReviewColumn> columns = review.tokenColumns();
    QString html = u"<table><thead><tr>"_s;
    for (const ReviewColumn &column : columns)
        html += "<th scope=\"col\">"_L1 + column.title().toHtmlEscaped() + "</th>"_L1;
    html += "</tr></thead><tbody>"_L1;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        const ReviewCell cell = review.cellAt(at);
        html += "<tr>"_L1;
        for (const ReviewColumn &column : columns)
            html += "<td>"_L1 + safeForSpreadsheet(column.text(cell)).toHtmlEscaped() + "</td>"_L1;
        html += "</tr>"_L1;
    }
    return html + "</tbody></table>"_L1;
}

} // namespace rox
