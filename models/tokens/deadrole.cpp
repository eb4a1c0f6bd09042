// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/deadrole.h"

#include "models/roles/role.h"
#include "models/roles/roletext.h"
#include "models/tokens/tokentext.h"

#include <algorithm>

namespace rox::deadrole {

namespace {

using Row = TokenTable::Row;

bool isKnown(const TokenCell &cell)
{
    return cell.roles && cell.roles->isKnown();
}

QStringList rolesThatAre(bool dead, const QStringList &roles, const KnownRoles *known)
{
    QStringList found;
    for (const QString &role : roles) {
        if ((known && known->isDead(role)) == dead)
            found.append(role);
    }
    return found;
}

/// Of several the latest; NoTime: none of them was ever listed.
UtcMs endOf(const QStringList &dead, const TokenHistory *history)
{
    UtcMs end = NoTime;
    for (const QString &role : dead)
        end = std::max(end, lastListed(history, role));
    return end;
}

/// Enough for ordering: the cell of a row without its times.
TokenCell cellFor(const TokenTable &table, Row row, const TokenKnowledge &known)
{
    const TokenKnowledge &of = known.ofRow(table, row);
    return {.table = table,
            .row = row,
            .status = TokenStatus::Active,
            .flags = {},
            .now = NoTime,
            .history = of.history.get(),
            .roles = &of.roles};
}

} // namespace

QStringList deadOf(const TokenCell &cell)
{
    return rolesThatAre(true, cell.table.roles(cell.row), cell.roles);
}

QStringList othersOf(const TokenCell &cell)
{
    return isKnown(cell) ? rolesThatAre(false, cell.table.roles(cell.row), cell.roles)
                         : QStringList();
}

UtcMs lastListed(const TokenHistory *history, const QString &role)
{
    const auto seen = history ? history->roles.value(role) : QList<RoleSeen>();
    return seen.isEmpty() ? NoTime : seen.constLast().lastAt;
}

QString text(const TokenCell &cell)
{
    const QStringList dead = deadOf(cell);
    return dead.isEmpty() ? QString() : TokenText::roles(dead);
}

QString sinceText(const TokenCell &cell)
{
    const QStringList dead = deadOf(cell);
    if (dead.isEmpty())
        return {};
    const UtcMs end = endOf(dead, cell.history);
    //: %1 is a time: the role was gone at some time after it
    return end == NoTime ? TokenText::tr("not known")
                         : TokenText::tr("after %1").arg(TokenText::issued(end));
}

QString othersText(const TokenCell &cell)
{
    if (!isKnown(cell))
        return TokenText::tr("not known");
    const QStringList others = othersOf(cell);
    //: no roles
    return others.isEmpty() ? TokenText::tr("none") : TokenText::roles(others);
}

bool grantsNothing(const TokenCell &cell)
{
    const QStringList others = othersOf(cell);
    return isKnown(cell) && std::all_of(others.begin(), others.end(), [](const QString &role) {
               return isNone(role);
           });
}

QString grantsText(const TokenCell &cell)
{
    if (!isKnown(cell))
        return TokenText::tr("not known");
    if (grantsNothing(cell))
        return TokenText::tr("nothing, Central refuses it");
    RoleGrant together;
    together.access = cell.roles->grantsOf(othersOf(cell));
    return grantSummary(together.writes(), together.reads());
}

QString order(const TokenTable &table, Row row, const TokenKnowledge &known)
{
    return text(cellFor(table, row, known));
}

quint64 orderOfEnd(const TokenTable &table, Row row, const TokenKnowledge &known)
{
    const TokenCell cell = cellFor(table, row, known);
    const UtcMs end = endOf(deadOf(cell), cell.history);
    return end > 0 ? quint64(end) : 0;
}

QString orderOfOthers(const TokenTable &table, Row row, const TokenKnowledge &known)
{
    const TokenCell cell = cellFor(table, row, known);
    const QStringList others = othersOf(cell);
    return others.isEmpty() ? QString() : TokenText::roles(others);
}

QString orderOfGrants(const TokenTable &table, Row row, const TokenKnowledge &known)
{
    return grantsText(cellFor(table, row, known));
}

} // namespace rox::deadrole
