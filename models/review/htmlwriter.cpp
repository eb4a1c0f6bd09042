// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/htmlwriter.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"

#include <QDateTime>
#include <QIODevice>
#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct HtmlText
{
    Q_DECLARE_TR_FUNCTIONS(rox::HtmlText)
};

constexpr auto Style = "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
                       "caption{text-align:start;padding-bottom:1em}"
                       "th,td{border-bottom:1px solid #c6cbd4;padding:.3em .8em;text-align:start;"
                       "vertical-align:top;overflow-wrap:anywhere}";

QString caption(const Review &review)
{
    const auto zoned = [](UtcMs time) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(time);
        return QString(when.toString(u"yyyy-MM-dd HH:mm") + u' ' + when.timeZoneAbbreviation());
    };
    QStringList sentences{HtmlText::tr("API tokens of %1 (%2), as of %3.")
                              .arg(visibleText(review.source.name),
                                   visibleText(review.source.address), zoned(review.source.asOf)),
                          HtmlText::tr("Statuses are those of %1.").arg(zoned(review.now)),
                          HtmlText::tr("Rows: %1.").arg(visibleText(review.filter))};
    if (!review.leftOut.isEmpty())
        sentences.append(HtmlText::tr("Left out: %1.").arg(visibleText(review.leftOut)));
    sentences.append(HtmlText::tr("No token values."));
    return sentences.join(u' ');
}

QString headOf(const Review &review, const QList<ReviewColumn> &columns)
{
    const QString title = HtmlText::tr("API tokens of %1").arg(visibleText(review.source.name));
    QString html =
        "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n"
        "<table>\n<caption>%4</caption>\n<thead>\n<tr>"_L1.arg(
            QLocale().bcp47Name().toHtmlEscaped(), title.toHtmlEscaped(), QLatin1StringView(Style),
            caption(review).toHtmlEscaped());
    for (const ReviewColumn &column : columns)
        html += "<th scope=\"col\">"_L1 + column.title().toHtmlEscaped() + "</th>"_L1;
    return html + "</tr>\n</thead>\n<tbody>\n"_L1;
}

QString rowOf(const QList<ReviewColumn> &columns, const ReviewCell &cell)
{
    QString html = u"<tr>"_s;
    for (const ReviewColumn &column : columns) {
        QString text = column.text(cell).toHtmlEscaped();
        if (column.is(TokenColumn::Name)) { // it names the row
            if (!hasVisibleCharacter(text))
                text = TokenText::name({}).toHtmlEscaped();
            html += "<th scope=\"row\" dir=\"auto\">"_L1 + text + "</th>"_L1;
        } else {
            html += "<td dir=\"auto\">"_L1 + text + "</td>"_L1;
        }
    }
    return html + "</tr>\n"_L1;
}

} // namespace

bool writeHtml(const Review &review, QIODevice &device, const ReviewStep &step)
{
    const auto write = [&device](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        return device.write(bytes) == bytes.size();
    };
    const QList<ReviewColumn> columns = review.tokenColumns();
    if (!write(headOf(review, columns)))
        return false;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        if (at % RowsPerStep == 0 && !step(qsizetype(at)))
            return false;
        if (!write(rowOf(columns, review.cellAt(at))))
            return false;
    }
    return write(u"</tbody>\n</table>\n</body>\n</html>\n"_s)
           && step(qsizetype(review.rows.size()));
}

} // namespace rox
