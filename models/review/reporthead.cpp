// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reporthead.h"

#include "models/review/reportchart.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rox {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ReportText)
};

constexpr qreal IconSize = 24 * Point;
constexpr qreal LabelWidth = 56 * Point;
constexpr qreal ColumnGap = 20 * Point;
constexpr qreal CountHeight = 46 * Point;
constexpr qreal CountsShare = 0.56; ///< of the width; the chart has the rest
constexpr qreal MarkSize = 6.5 * Point;
constexpr qreal FootHeight = 22 * Point;
const QColor Line(0xC6, 0xCB, 0xD4);

QString whole(const Review &review, UtcMs time)
{
    return review.report.times.whole ? review.report.times.whole(time) : isoTime(time);
}

/// Paints a label and its text, wrapped; returns the height.
qreal paintFact(QPainter *painter, ReportType &type, qreal y, qreal width, const QString &label,
                const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QStringList lines = type.lines(text, ReportFace::Body, width - LabelWidth, 4);
    const qreal height = type.lineHeight(ReportFace::Body);
    if (painter) {
        paintReportLine(painter, type, 0, y, {label, ReportFace::Body, ReportInk::Secondary});
        for (qsizetype at = 0; at < lines.size(); ++at)
            paintReportLine(painter, type, LabelWidth, y + qreal(at) * height, {lines.at(at)});
    }
    return qreal(lines.size()) * height + 2 * Point;
}

qreal paintTitle(QPainter *painter, const Review &review, ReportType &type, qreal width)
{
    const QString date = whole(review, review.now);
    const qreal right = type.width(ReportFace::Bold, date);
    const qreal x = review.report.icon.isNull() ? 0 : IconSize + 8 * Point;
    const QStringList titles = type.lines(visibleText(review.report.title), ReportFace::Title,
                                          width - x - right - ColumnGap, 3);
    qreal y = 0;
    for (const QString &title : titles) {
        if (painter)
            paintReportLine(painter, type, x, y, {title, ReportFace::Title});
        y += type.lineHeight(ReportFace::Title);
    }
    if (painter) {
        if (!review.report.icon.isNull())
            painter->drawImage(QRectF(0, 2 * Point, IconSize, IconSize), review.report.icon);
        paintReportLine(painter, type, width - right, 3 * Point,
                        {date, ReportFace::Bold, ReportInk::Text});
        paintReportLine(
            painter, type, x, y,
            {ReportText::tr("StackRox / RHACS Central"), ReportFace::Body, ReportInk::Secondary});
    }
    y = std::max(y + type.lineHeight(ReportFace::Body), IconSize) + 8 * Point;
    if (painter)
        paintRule(painter, 0, y, width, 1.2 * Point, Qt::black);
    return y + 12 * Point;
}

void paintMark(QPainter *painter, qreal x, qreal y, const QColor &color)
{
    constexpr qreal cut = MarkSize * 0.28;
    QPolygonF mark;
    mark << QPointF(cut, 0) << QPointF(MarkSize - cut, 0) << QPointF(MarkSize, cut)
         << QPointF(MarkSize, MarkSize - cut) << QPointF(MarkSize - cut, MarkSize)
         << QPointF(cut, MarkSize) << QPointF(0, MarkSize - cut) << QPointF(0, cut);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(mark.translated(x, y));
}

qreal paintServer(QPainter *painter, const Review &review, ReportType &type, qreal x, qreal width)
{
    const ReviewSource &source = review.source;
    const qreal indent = MarkSize + 6 * Point;
    const QString asOf = ReportText::tr("as of %1").arg(whole(review, source.asOf));
    const QString counts = ReportText::tr("%Ln token(s) in its list", nullptr, int(source.total));
    std::vector<ReportLine> lines;
    const auto add = [&](const QString &text, ReportFace face, ReportInk ink) {
        const QStringList wrapped = type.lines(text, face, width - indent, 3);
        for (const QString &line : wrapped)
            lines.push_back({line, face, ink});
    };
    add(shownText(source.name), ReportFace::Bold, ReportInk::Text);
    add(shownText(source.address), ReportFace::Body, ReportInk::Secondary);
    add(source.isOld ? ReportText::tr("%1: Central has not answered since").arg(asOf) : asOf,
        ReportFace::Body, source.isOld ? ReportInk::Caution : ReportInk::Text);
    add(counts, ReportFace::Body, ReportInk::Text);
    qreal y = 0;
    if (painter)
        paintMark(painter, x, 2 * Point, review.report.serverColor);
    for (const ReportLine &line : lines) {
        if (painter)
            paintReportLine(painter, type, x + indent, y, line);
        y += type.lineHeight(line.face) + Point;
    }
    return y;
}

qreal paintFacts(QPainter *painter, const Review &review, ReportType &type, qreal width)
{
    const qreal half = (width - ColumnGap) / 2;
    const QString madeBy =
        review.report.reviewer.isEmpty()
            ? review.report.program
            : ReportText::tr("%1, with %2")
                  .arg(visibleText(review.report.reviewer), review.report.program);
    const std::pair<QString, QString> facts[] = {
        {ReportText::tr("Rows"), visibleText(review.filter)},
        {ReportText::tr("Left out"), visibleText(review.leftOut)},
        {ReportText::tr("Made by"), madeBy},
        {ReportText::tr("Signed in"), shownText(review.source.signedInAs)}};
    qreal y = 0;
    for (const auto &[label, text] : facts)
        y += paintFact(painter, type, y, half, label, text);
    const qreal server = paintServer(painter, review, type, half + ColumnGap, half);
    return std::max(y, server) + 12 * Point;
}

struct Count
{
    qsizetype count;
    QString what;
    bool isMarked;
};

QList<Count> countsOf(const Review &review)
{
    qsizetype expiring = 0;
    qsizetype never = 0;
    qsizetype admins = 0;
    for (std::size_t at = 0; at < review.rows.size(); ++at) {
        const TokenCell cell = review.cellAt(at).token;
        expiring += cell.status == TokenStatus::Expiring ? 1 : 0;
        never += cell.flags.testFlag(TokenFlag::NeverExpires) ? 1 : 0;
        admins += cell.flags.testFlag(TokenFlag::Admin) ? 1 : 0;
    }
    const auto rows = qsizetype(review.rows.size());
    //: Under a number in the report
    return {{rows, ReportText::tr("token(s)", nullptr, int(rows)), false},
            {expiring, ReportText::tr("expiring"), expiring > 0},
            {never, ReportText::tr("never expires"), never > 0},
            {admins, ReportText::tr("with Admin"), admins > 0}};
}

qreal paintCounts(QPainter *painter, const Review &review, ReportType &type, qreal width)
{
    constexpr int Boxes = 4;
    const qreal boxWidth = (width * CountsShare - (Boxes - 1) * ReportLayout::CellGap) / Boxes;
    if (painter) {
        qreal x = 0;
        const QList<Count> counts = countsOf(review);
        for (const Count &count : counts) {
            painter->setPen(QPen(Line, 0.7 * Point));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(x, 0, boxWidth, CountHeight), 4 * Point, 4 * Point);
            const qreal inside = x + 7 * Point;
            paintReportLine(painter, type, inside, 4 * Point,
                            {QLocale().toString(qlonglong(count.count)), ReportFace::Count,
                             count.isMarked ? ReportInk::Caution : ReportInk::Text});
            paintReportLine(painter, type, inside,
                            CountHeight - type.lineHeight(ReportFace::Body) - 4 * Point,
                            {count.what, ReportFace::Body, ReportInk::Secondary});
            x += boxWidth + ReportLayout::CellGap;
        }
        const qreal left = x + ColumnGap - ReportLayout::CellGap;
        paintExpiryChart(painter, review, type, QRectF(left, 0, width - left, CountHeight));
    }
    return CountHeight + 14 * Point;
}

} // namespace

QColor reportColor(ReportInk ink)
{
    switch (ink) {
    case ReportInk::Secondary:
        return {0x5A, 0x62, 0x70};
    case ReportInk::Caution:
        return {0x86, 0x4A, 0x00};
    case ReportInk::Text:
        break;
    }
    return {0x1A, 0x1E, 0x26};
}

void paintReportLine(QPainter *painter, const ReportType &type, qreal x, qreal y,
                     const ReportLine &line)
{
    const QFont &font = type.font(line.face);
    painter->setFont(font);
    painter->setPen(reportColor(line.ink));
    painter->drawText(QPointF(x, y + type.ascent(line.face)), line.text);
}

void paintRule(QPainter *painter, qreal x, qreal y, qreal width, qreal thickness,
               const QColor &color)
{
    painter->fillRect(QRectF(x, y, width, thickness), color);
}

qreal paintReportHead(QPainter *painter, const Review &review, ReportType &type, qreal width)
{
    const auto paintAt = [painter](qreal y, const auto &part) {
        if (painter) {
            painter->save();
            painter->translate(0, y);
        }
        const qreal height = part();
        if (painter)
            painter->restore();
        return height;
    };
    qreal y = paintAt(0, [&] { return paintTitle(painter, review, type, width); });
    y += paintAt(y, [&] { return paintFacts(painter, review, type, width); });
    y += paintAt(y, [&] { return paintCounts(painter, review, type, width); });
    return y;
}

qreal paintReportEnd(QPainter *painter, const Review &review, ReportType &type, qreal width)
{
    qreal y = 16 * Point;
    const QString note =
        ReportText::tr("This report does not say when a token was last used: Central does not "
                       "record it. Statuses are those of %1.")
            .arg(whole(review, review.now));
    const QStringList lines = type.lines(note, ReportFace::Body, width);
    for (const QString &line : lines) {
        if (painter)
            paintReportLine(painter, type, 0, y, {line, ReportFace::Body, ReportInk::Secondary});
        y += type.lineHeight(ReportFace::Body);
    }
    y += 34 * Point;
    if (painter) {
        const QString labels[] = {ReportText::tr("Reviewed by"), ReportText::tr("Date"),
                                  ReportText::tr("Signature")};
        const qreal each = (width - 2 * ColumnGap) / 3;
        qreal x = 0;
        for (const QString &label : labels) {
            paintRule(painter, x, y, each, 0.8 * Point, Qt::black);
            paintReportLine(painter, type, x, y + 4 * Point, {label});
            x += each + ColumnGap;
        }
        const QString reviewer =
            type.lines(visibleText(review.report.reviewer), ReportFace::Body, each, 1).value(0);
        paintReportLine(painter, type, 0, y - type.lineHeight(ReportFace::Body) - 2 * Point,
                        {reviewer});
    }
    return y + 4 * Point + type.lineHeight(ReportFace::Body) + 10 * Point;
}

qreal paintReportFoot(QPainter *painter, const Review &review, ReportType &type, qreal width,
                      int page, int pages)
{
    if (painter) {
        const qreal y = 8 * Point;
        paintRule(painter, 0, 0, width, 0.5 * Point, Line);
        const QString number = ReportText::tr("Page %L1 of %L2").arg(page).arg(pages);
        const qreal right = type.width(ReportFace::Small, number);
        const QString zone = QDateTime::fromMSecsSinceEpoch(review.now).timeZoneAbbreviation();
        const QString said =
            ReportText::tr("%1, as of %2. No token values. Times are %3.")
                .arg(shownName(review.source.name), whole(review, review.source.asOf), zone);
        const QString left =
            type.lines(said, ReportFace::Small, width - right - ColumnGap, 1).value(0);
        paintReportLine(painter, type, 0, y, {left, ReportFace::Small, ReportInk::Secondary});
        paintReportLine(painter, type, width - right, y,
                        {number, ReportFace::Small, ReportInk::Secondary});
    }
    return FootHeight;
}

} // namespace rox
