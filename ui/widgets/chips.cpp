// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chips.h"

#include "models/roles/role.h"
#include "models/tokens/tokentext.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/markedtext.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChipHeight = 20;
constexpr int SymbolSize = 14;
constexpr int Padding = 6;
constexpr int PillPadding = 8;
constexpr int Gap = 4;
constexpr qreal ChipRadius = 4;

int heightFor(const QFont &font)
{
    return std::max(ChipHeight, QFontMetrics(font).height() + 4);
}

QRect lineIn(const QRect &rect, int width, const QFont &font)
{
    const int height = heightFor(font);
    return {rect.left(), rect.top() + (rect.height() - height) / 2, width, height};
}

void paintShape(QPainter *painter, const QRect &shape, const QColor &fill, qreal radius)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(shape), radius, radius);
}

void paintOutline(QPainter *painter, const QRect &shape, const QColor &line, qreal radius)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(shape).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void paintInside(QPainter *painter, const QRect &shape, int padding, const QString &symbol,
                 const MarkedText &text, const QFont &font)
{
    int left = shape.left() + padding;
    if (!symbol.isEmpty()) {
        paintSymbol(
            painter, symbol, text.color,
            QRect(left, shape.top() + (shape.height() - SymbolSize) / 2, SymbolSize, SymbolSize));
        left += SymbolSize + Gap;
    }
    painter->setLayoutDirection(Qt::LeftToRight); // the rectangles are already mirrored
    text.paint(painter, QRect(left, shape.top(), shape.right() - left + 1, shape.height()), font);
}

Chip moreChip(qsizetype count, const StatusColors &tones)
{
    return {u'+' + QLocale().toString(count), {}, tones.chip};
}

} // namespace

Chip roleChip(const QString &role, const StatusColors &tones)
{
    if (isAdmin(role))
        return {role, u"shield"_s, tones.caution};
    return {role, {}, tones.chip};
}

int chipWidth(const Chip &chip, const QFont &font)
{
    return textWidth(font, chip.text) + 2 * Padding
           + (chip.symbol.isEmpty() ? 0 : SymbolSize + Gap);
}

int paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QFont &font,
              bool onTint, const QList<TokenSearch::Hit> &hits)
{
    const int width = std::min(chipWidth(chip, font), rect.width());
    if (width <= 2 * Padding)
        return 0;
    const bool plain = chip.symbol.isEmpty();
    MarkedText text{chip.text, hits, chip.tone.text, {}};
    if (!hits.isEmpty()) {
        const StatusColors tones = statusColors(QGuiApplication::palette());
        text.mark = plain ? markColor(tones) : tones.caution.line; // Admin's chip is of that fill
    }
    text.elide(font, width - 2 * Padding - (plain ? 0 : SymbolSize + Gap));
    const QRect shape = lineIn(rect, width, font);
    painter->save();
    // A plain chip has too little contrast on the tint of a selected row: use the colour of the
    // list.
    const QColor fill = onTint && plain ? (chip.tone.fill.lightness() < 128
                                               ? blended(Qt::black, chip.tone.fill, 0.35)
                                               : QColor(Qt::white))
                                        : chip.tone.fill;
    paintShape(painter, shape, fill, ChipRadius);
    if (chip.isOutlined)
        paintOutline(painter, shape, chip.tone.line, ChipRadius);
    paintInside(painter, shape, Padding, chip.symbol, text, font);
    painter->restore();
    return width;
}

QList<PlacedChip> placedRoleChips(const QRect &rect, const QStringList &roles, const QFont &font,
                                  const StatusColors &tones)
{
    QList<PlacedChip> placed;
    int used = 0;
    for (qsizetype i = 0; i < roles.size(); ++i) {
        const Chip chip = roleChip(roles.at(i), tones);
        const qsizetype after = roles.size() - i - 1;
        const int more = after > 0 ? Gap + chipWidth(moreChip(after, tones), font) : 0;
        const int room = rect.width() - used;
        if (i > 0 && chipWidth(chip, font) + more > room) {
            placed.append(
                {moreChip(after + 1, tones), rect.adjusted(used, 0, 0, 0), i, /*isMore=*/true});
            return placed;
        }
        QRect place = rect.adjusted(used, 0, i == 0 ? -more : 0, 0);
        place.setWidth(std::min(chipWidth(chip, font), place.width()));
        placed.append({chip, place, i});
        used += place.width() + Gap;
    }
    return placed;
}

int paintRoleChips(QPainter *painter, const QRect &rect, const QStringList &roles,
                   const QFont &font, const StatusColors &tones, bool onTint,
                   const TokenSearch &search)
{
    int end = rect.left();
    const auto placed = placedRoleChips(rect, roles, font, tones);
    for (const PlacedChip &each : placed) {
        QList<TokenSearch::Hit> hits = search.hitsIn(each.chip.text, TokenSearch::Field::Role);
        if (each.isMore) {
            hits.clear();
            for (qsizetype i = each.role; i < roles.size() && hits.isEmpty(); ++i) {
                if (!search.hitsIn(roles.at(i), TokenSearch::Field::Role).isEmpty())
                    hits.append({0, each.chip.text.size()});
            }
        }
        end = each.rect.left() + paintChip(painter, each.rect, each.chip, font, onTint, hits);
    }
    return end - rect.left();
}

StatusLook statusLook(TokenStatus status, const StatusColors &tones)
{
    switch (status) {
    case TokenStatus::Active:
        return {TokenText::status(status), u"active"_s, tones.ok, false};
    case TokenStatus::Expiring:
        return {TokenText::status(status), u"expiring"_s, tones.caution, true};
    case TokenStatus::Expired:
        return {TokenText::status(status), u"expired"_s, tones.bad, true};
    case TokenStatus::Revoked:
        return {TokenText::status(status), u"revoked"_s, tones.dead, true};
    }
    return {};
}

StatusLook unknownLook(const StatusColors &tones)
{
    return {TokenText::openRevoke(),
            u"unknown"_s,
            {tones.secondary, {}, tones.buttonLine},
            false,
            true};
}

int statusPillWidth(const StatusLook &look, const QFont &font)
{
    return textWidth(font, look.word) + SymbolSize + Gap + 2 * PillPadding;
}

int paintStatusBadge(QPainter *painter, const QRect &rect, const StatusLook &look,
                     const QFont &font)
{
    const int width = statusPillWidth(look, font);
    const QRect shape = lineIn(rect, width, font);
    painter->save();
    if (look.filled)
        paintShape(painter, shape, look.tone.fill, shape.height() / 2.0);
    if (look.outlined)
        paintOutline(painter, shape, look.tone.line, shape.height() / 2.0);
    paintInside(painter, shape, PillPadding, look.symbol, {look.word, {}, look.tone.text, {}},
                font);
    painter->restore();
    return width;
}

void paintServerMark(QPainter *painter, const QRect &rect, const QColor &color)
{
    const QRectF r(rect);
    const qreal cut = r.width() * 0.29;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QPointF corners[] = {{r.left() + cut, r.top()},     {r.right() - cut, r.top()},
                               {r.right(), r.top() + cut},    {r.right(), r.bottom() - cut},
                               {r.right() - cut, r.bottom()}, {r.left() + cut, r.bottom()},
                               {r.left(), r.bottom() - cut},  {r.left(), r.top() + cut}};
    painter->drawPolygon(corners, 8);
    painter->restore();
}

} // namespace rox
