// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/rolelook.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Cell = CellPainter;

constexpr int MinRoles = 160;
constexpr int MaxRoles = 236;
constexpr int ChipGap = 4;

struct RoleLookText
{
    Q_DECLARE_TR_FUNCTIONS(rox::RoleLookText)
};

/// Only the first `most` are made fit to be drawn; the "+n" still counts the others.
QStringList shownRoles(const Cell &cell, qsizetype most)
{
    QStringList roles = cell.index.data(TokenListModel::RolesRole).toStringList();
    for (qsizetype i = 0; i < std::min(roles.size(), most); ++i)
        roles[i] = shownText(roles.at(i), 80);
    return roles;
}

constexpr qsizetype MaxDrawnRoles = 12;

/// The place of the chips, from the start of the row.
QRect rectOfRoles(const Cell &cell, const QStringList &roles)
{
    QRect rect = cell.inner(CellInset);
    if (cell.option.direction == Qt::RightToLeft) {
        int whole = -4;
        for (qsizetype i = 0; i < roles.size() && whole < rect.width(); ++i)
            whole += 4 + chipWidth(roleChip(roles.at(i), cell.tones), Cell::smallFont());
        rect.setWidth(std::min(rect.width(), whole));
    }
    return cell.mirrored(rect);
}

Chip deadChip(const QString &role, const Cell &cell)
{
    const QPalette &palette = cell.option.palette;
    return {shownText(role, 80),
            u"deadrole"_s,
            {cell.tones.caution.text, palette.color(QPalette::Active, QPalette::Base),
             cell.tones.caution.line},
            true};
}

QStringList deadRolesOf(const Cell &cell)
{
    return cell.index.data(TokenListModel::DeadRolesRole).toStringList();
}

QList<qint64> roleEndsOf(const Cell &cell)
{
    return cell.index.data(TokenListModel::RoleEndsRole).value<QList<qint64>>();
}

/// "after 25 Aug, 10:12", of the role that was listed last; empty: none is dead.
QString deadSince(const Cell &cell)
{
    const QList<qint64> ends = roleEndsOf(cell);
    if (ends.isEmpty())
        return {};
    const UtcMs end = *std::max_element(ends.cbegin(), ends.cend());
    return end == NoTime
               ? RoleLookText::tr("not known")
               //: %1 is a time such as "today, 10:12": the role was gone at some time after it
               : RoleLookText::tr("after %1").arg(momentText(end, cell.now));
}

} // namespace

ColumnSizes rolesSizes(const QFont &)
{
    return {80, MinRoles, MaxRoles};
}

void paintRoles(const Cell &cell)
{
    const QStringList roles = shownRoles(cell, MaxDrawnRoles);
    if (roles.isEmpty()) {
        cell.text(cell.inner(CellInset), Cell::smallFont(), cell.tones.secondary,
                  TokenText::roles({}));
        return;
    }
    paintRoleChips(cell.painter, rectOfRoles(cell, roles), roles, Cell::smallFont(), cell.tones,
                   cell.isSelected(), cell.search);
}

QString rolesToolTip(const Cell &cell, int)
{
    const QStringList roles = shownRoles(cell, 60);
    return roles.isEmpty() ? RoleLookText::tr("No roles: it can do nothing at Central.")
                           : roles.mid(0, 60).join(u'\n');
}

QString roleAt(const CellPainter &cell, const QPoint &point)
{
    const QStringList roles = cell.index.data(TokenListModel::RolesRole).toStringList();
    const QStringList shown = shownRoles(cell, MaxDrawnRoles);
    const auto placed =
        placedRoleChips(rectOfRoles(cell, shown), shown, Cell::smallFont(), cell.tones);
    for (const PlacedChip &each : placed) {
        if (!each.isMore && each.rect.contains(point))
            return roles.at(each.role);
    }
    return {};
}

void paintChips(const Cell &cell, const QList<Chip> &chips,
                const QList<QList<TokenSearch::Hit>> &hits)
{
    const QFont font = Cell::smallFont();
    QRect rest = cell.inner(CellInset);
    for (qsizetype at = 0; at < chips.size(); ++at) {
        const Chip more{u'+' + QLocale().toString(chips.size() - at), {}, cell.tones.chip};
        const bool isLast = at + 1 == chips.size();
        const int needed =
            chipWidth(chips.at(at), font) + (isLast ? 0 : ChipGap + chipWidth(more, font));
        const bool isMore = needed > rest.width() && at > 0;
        const Chip &chip = isMore ? more : chips.at(at);
        QRect place = rest;
        place.setWidth(std::min(chipWidth(chip, font), rest.width()));
        paintChip(cell.painter, cell.mirrored(place), chip, font, cell.isSelected(),
                  isMore ? QList<TokenSearch::Hit>() : hits.value(at));
        if (isMore)
            return;
        rest.setLeft(place.right() + 1 + ChipGap);
        if (rest.width() < chipWidth(more, font))
            return;
    }
}

ColumnSizes deadRoleSizes(const QFont &)
{
    return {100, 144, MaxRoles};
}

void paintDeadRoles(const Cell &cell)
{
    QList<Chip> chips;
    const QStringList dead = deadRolesOf(cell);
    for (const QString &role : dead.mid(0, MaxDrawnRoles))
        chips.append(deadChip(role, cell));
    paintChips(cell, chips);
}

QString deadRolesToolTip(const Cell &cell, int)
{
    const QStringList dead = deadRolesOf(cell);
    const QList<qint64> ends = roleEndsOf(cell);
    QStringList lines;
    for (qsizetype at = 0; at < std::min<qsizetype>(dead.size(), MaxDrawnRoles); ++at) {
        const QString role = shownText(dead.at(at), 80);
        const UtcMs end = ends.value(at, NoTime);
        lines.append(end == NoTime ? RoleLookText::tr(
                                         "%1: Central has not listed it since this computer looks")
                                         .arg(role)
                                   //: %1 is a role, %2 a time such as "today, 10:12"
                                   : RoleLookText::tr("%1: Central listed it last %2")
                                         .arg(role, momentText(end, cell.now)));
    }
    return lines.join(u'\n');
}

ColumnSizes deadSinceSizes(const QFont &font)
{
    const QFont body = typeface(font, TextSize::Body);
    const int width =
        CellInset
        + textWidth(
            body, RoleLookText::tr("after %1").arg(momentText(SampleTime, SampleTime + 90 * DayMs)))
        + FirstInset;
    return {width, width, width};
}

void paintDeadSince(const Cell &cell)
{
    cell.text(cell.inner(2), Cell::bodyFont(), cell.bodyColor(), deadSince(cell));
}

ColumnSizes otherRolesSizes(const QFont &)
{
    return {80, 150, MaxRoles};
}

void paintOtherRoles(const Cell &cell)
{
    const QStringList others = cell.index.data(TokenListModel::OtherRolesRole).toStringList();
    if (others.isEmpty()) {
        cell.text(cell.inner(CellInset), Cell::bodyFont(), cell.tones.secondary, cell.shown());
        return;
    }
    QList<Chip> chips;
    for (const QString &role : others.mid(0, MaxDrawnRoles))
        chips.append(roleChip(shownText(role, 80), cell.tones));
    paintChips(cell, chips);
}

ColumnSizes grantsSizes(const QFont &font)
{
    const QFont body = typeface(font, TextSize::Body);
    const int least =
        CellInset + textWidth(body, TokenText::tr("nothing, Central refuses it")) + FirstInset;
    return {100, least, 320};
}

void paintGrants(const Cell &cell)
{
    const bool isNothing = cell.index.data(TokenListModel::GrantsNothingRole).toBool();
    cell.text(cell.inner(CellInset), Cell::bodyFont(),
              isNothing ? cell.tones.secondary : cell.bodyColor(), cell.shown());
}

} // namespace rox
