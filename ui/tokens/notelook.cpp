// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/notelook.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/tokens/rolelook.h"

#include <QApplication>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Cell = CellPainter;

constexpr qsizetype MaxDrawn = 200;

struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(rox::CellText)
};

TokenChange changeOf(const Cell &cell)
{
    return cell.index.data(TokenListModel::ChangeRole).value<TokenChange>();
}

void paintSeen(const Cell &cell, UtcMs time)
{
    cell.text(cell.inner(2), Cell::bodyFont(), cell.bodyColor(),
              time == NoTime ? u"–"_s : momentText(time, cell.now));
}

QString revokedText(const Cell &cell)
{
    const QVariant value = cell.index.data(TokenListModel::LifeRole);
    if (!value.isValid())
        return cell.shown();
    const auto life = value.value<TokenLife>();
    if (life.latestRevoke() == NoTime)
        return cell.shown();
    if (life.isByUs())
        return momentText(life.revokedAt, cell.now);
    return life.lastActive == NoTime ? beforeText(life.revokedBy, cell.now)
                                     : betweenText(life.lastActive, life.revokedBy, cell.now);
}

StatusLook lookOf(TokenChange::Kind kind, const StatusColors &tones)
{
    StatusLook look{TokenText::change(kind), u"new"_s, tones.tint};
    switch (kind) {
    case TokenChange::Kind::New:
        look.tone.text = toneColor(TextTone::Link, QApplication::palette());
        break;
    case TokenChange::Kind::Revoked:
        return statusLook(TokenStatus::Revoked, tones);
    case TokenChange::Kind::Expired:
        return statusLook(TokenStatus::Expired, tones);
    case TokenChange::Kind::Gone:
        look = {look.word, u"gone"_s, tones.dead, false, true};
        break;
    case TokenChange::Kind::None:
        break;
    }
    return look;
}

} // namespace

ColumnSizes noteSizes(const QFont &)
{
    return {80, 140, 360};
}

void paintNote(const Cell &cell)
{
    cell.searchedText(cell.inner(CellInset), Cell::smallFont(), cell.bodyColor(),
                      cell.shown().left(MaxDrawn), TokenSearch::Field::Note);
}

QString noteToolTip(const Cell &cell, int)
{
    return shownText(cell.shown(), 600);
}

ColumnSizes tagsSizes(const QFont &)
{
    return {80, 120, 236};
}

void paintTags(const Cell &cell)
{
    QList<Chip> chips;
    QList<QList<TokenSearch::Hit>> hits;
    const QStringList tags = cell.index.data(TokenListModel::TagsRole).toStringList();
    for (const QString &tag : tags) {
        const QString text = shownText(tag, 80);
        chips.append({text, {}, cell.tones.chip});
        hits.append(cell.search.hitsIn(text, TokenSearch::Field::Tag));
    }
    paintChips(cell, chips, hits);
}

QString tagsToolTip(const Cell &cell, int)
{
    return shownText(cell.shown(), 600);
}

ColumnSizes seenSizes(const QFont &font)
{
    const QFont body = typeface(font, TextSize::Body);
    const int width = CellInset
                      + std::max({textWidth(body, momentText(SampleTime, SampleTime + 90 * DayMs)),
                                  textWidth(body, momentText(SampleTime, SampleTime)),
                                  textWidth(body, momentText(SampleTime - DayMs, SampleTime))})
                      + FirstInset;
    return {width, width, width};
}

void paintFirstSeen(const Cell &cell)
{
    paintSeen(cell, cell.timeOf(TokenListModel::FirstSeenRole));
}

void paintLastSeen(const Cell &cell)
{
    paintSeen(cell, cell.timeOf(TokenListModel::LastSeenRole));
}

QString firstSeenToolTip(const Cell &cell, int)
{
    const UtcMs time = cell.timeOf(TokenListModel::FirstSeenRole);
    return time == NoTime ? QString() : zoneAndUtc(time);
}

QString lastSeenToolTip(const Cell &cell, int)
{
    const UtcMs time = cell.timeOf(TokenListModel::LastSeenRole);
    return time == NoTime ? QString() : zoneAndUtc(time);
}

ColumnSizes changeSizes(const QFont &font)
{
    int widest = 0;
    for (const auto kind : {TokenChange::Kind::New, TokenChange::Kind::Revoked,
                            TokenChange::Kind::Expired, TokenChange::Kind::Gone})
        widest = std::max(widest,
                          statusPillWidth(lookOf(kind, {}), typeface(font, TextSize::Secondary)));
    const int width = FirstInset - PillPadding + widest + 6;
    return {width, width, width};
}

void paintChange(const Cell &cell)
{
    const TokenChange::Kind kind = changeOf(cell).kind;
    if (kind == TokenChange::Kind::None)
        return;
    const StatusLook look = lookOf(kind, cell.tones);
    QRect rect = cell.inner().adjusted(-PillPadding, 0, 0, 0);
    rect.setWidth(statusPillWidth(look, Cell::smallFont()));
    paintStatusBadge(cell.painter, cell.mirrored(rect), look, Cell::smallFont());
}

QString changeToolTip(const Cell &cell, int)
{
    return changeOf(cell).kind == TokenChange::Kind::Gone
               ? CellText::tr("Central does not list it any more, though it had not expired and "
                              "its revoke was not seen from here.")
               : QString();
}

ColumnSizes changedAtSizes(const QFont &font)
{
    const QFont body = typeface(font, TextSize::Body);
    int moment = 0;
    int span = 0;
    for (const UtcMs ago : {90 * DayMs, DayMs}) { // a date; "yesterday"
        const UtcMs now = SampleTime + ago;
        moment = std::max(moment, textWidth(body, momentText(SampleTime, now)));
        span = std::max(span, textWidth(body, betweenText(SampleTime, SampleTime + HourMs, now)));
    }
    moment += CellInset + FirstInset;
    span += CellInset + FirstInset;
    return {moment, span, span};
}

void paintChangedAt(const Cell &cell)
{
    const TokenChange change = changeOf(cell);
    if (change.latest() == NoTime)
        return;
    QString text;
    if (change.until == NoTime)
        text = cell.isBelowDay ? clockTime(change.from) : momentText(change.from, cell.now);
    else if (change.from == NoTime)
        text = beforeText(change.until, cell.now);
    else
        text = cell.isBelowDay ? betweenTextOfDay(change.from, change.until, cell.now)
                               : betweenText(change.from, change.until, cell.now);
    cell.text(cell.inner(2), Cell::bodyFont(), cell.bodyColor(), text);
}

QString changedAtToolTip(const Cell &cell, int)
{
    const UtcMs time = changeOf(cell).latest();
    return time == NoTime ? QString() : zoneAndUtc(time);
}

void paintRevoked(const Cell &cell)
{
    cell.text(cell.inner(2), Cell::bodyFont(), cell.bodyColor(), revokedText(cell));
}

QString revokedToolTip(const Cell &cell, int)
{
    const auto life = cell.index.data(TokenListModel::LifeRole).value<TokenLife>();
    if (life.isByUs())
        return zoneAndUtc(life.revokedAt);
    if (life.revokedBy == NoTime)
        return {};
    if (life.lastActive == NoTime)
        return CellText::tr("It was revoked when it was first seen from here.");
    return CellText::tr("Last listed as not revoked:\n%1\nFirst listed as revoked, or not any more:"
                        "\n%2")
        .arg(zoneAndUtc(life.lastActive), zoneAndUtc(life.revokedBy));
}

/// Names of users have any length: about sixteen digits.
ColumnSizes creatorSizes(const QFont &font)
{
    const int digit = textWidth(typeface(font, TextSize::Body), u"0"_s);
    const int title = textWidth(typeface(font, TextSize::Body), TokenText::tr("Created by"));
    const int least = CellInset + std::max(title, 16 * digit) + FirstInset;
    return {least, least, CellInset + 28 * digit + FirstInset};
}

void paintCreator(const Cell &cell)
{
    const QString text = cell.shown();
    const bool isKnown = text != TokenText::creator(nullptr);
    cell.searchedText(cell.inner(2), Cell::bodyFont(),
                      isKnown ? cell.bodyColor() : cell.tones.secondary, text,
                      TokenSearch::Field::Creator);
}

QString creatorToolTip(const Cell &cell, int)
{
    return cell.shown();
}

} // namespace rox
