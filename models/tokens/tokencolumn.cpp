// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokencolumn.h"

#include "models/tokens/deadrole.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Cell = TokenCell;

QString statusText(const Cell &cell)
{
    return cell.flags.testFlag(TokenFlag::UnknownOutcome) ? TokenText::openRevoke()
                                                          : TokenText::status(cell.status);
}

QString spokenStatus(const Cell &cell)
{
    return cell.flags.testFlag(TokenFlag::UnknownOutcome) ? TokenText::spokenOpenRevoke()
                                                          : TokenText::status(cell.status);
}

CellValue statusValue(const Cell &cell)
{
    if (cell.flags.testFlag(TokenFlag::UnknownOutcome))
        return u"unknown"_s;
    switch (cell.status) {
    case TokenStatus::Active:
        return u"active"_s;
    case TokenStatus::Expiring:
        return u"expiring"_s;
    case TokenStatus::Expired:
        return u"expired"_s;
    case TokenStatus::Revoked:
        return u"revoked"_s;
    }
    return QString();
}

/// Zero: not revoked, or it is not known when.
quint64 orderOfRevoke(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = table.revoked(row) ? known.lifeOf(table, row) : nullptr;
    return life && life->latestRevoke() > 0 ? quint64(life->latestRevoke()) : 0;
}

quint64 orderOfRevoker(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = table.revoked(row) ? known.lifeOf(table, row) : nullptr;
    return !table.revoked(row) ? 2 : life && life->isByUs() ? 0 : 1;
}

quint64 orderOfSource(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = table.revoked(row) ? known.lifeOf(table, row) : nullptr;
    return life && life->isRemembered ? 1 : 0;
}

quint64 orderOfServer(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    return quint64(known.ofRow(table, row).server.place);
}

QString spokenServer(const Cell &cell)
{
    if (!cell.server)
        return {};
    const QString name = visibleText(cell.server->name);
    return cell.server->isOfNow
               ? TokenText::tr("on %1").arg(name)
               : TokenText::tr("on %1, as of %2").arg(name, TokenText::issued(cell.server->asOf));
}

/// Of a revoked token; null: nothing is remembered of it, or it is not revoked.
const TokenLife *endedLife(const Cell &cell)
{
    return cell.status == TokenStatus::Revoked ? cell.life : nullptr;
}

QString revokedText(const Cell &cell)
{
    return cell.status == TokenStatus::Revoked ? TokenText::revoked(cell.life) : QString();
}

QString revokerText(const Cell &cell)
{
    if (cell.change.kind == TokenChange::Kind::New)
        return cell.change.isByUs ? TokenText::tr("you") : TokenText::creator(cell.life);
    return cell.status == TokenStatus::Revoked ? TokenText::revoker(cell.life) : QString();
}

QString sourceText(const Cell &cell)
{
    const TokenLife *life = endedLife(cell);
    return life && life->isRemembered ? TokenText::tr("Remembered") : TokenText::tr("Central");
}

QString orderOfNote(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = known.lifeOf(table, row);
    return life ? life->note : QString();
}

QString orderOfTags(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = known.lifeOf(table, row);
    return life ? life->tags.join(u' ') : QString();
}

quint64 orderOfTime(UtcMs time)
{
    return time > 0 ? quint64(time) : 0;
}

quint64 orderOfFirstSeen(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    return orderOfTime(known.firstSeen(table, row));
}

quint64 orderOfLastSeen(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    return orderOfTime(known.lastSeen(table, row));
}

quint64 orderOfChange(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    return quint64(known.changeOf(table, row, known.ofRow(table, row).listedAt).kind);
}

quint64 orderOfChangeTime(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    return orderOfTime(known.changeOf(table, row, known.ofRow(table, row).listedAt).latest());
}

QString noteText(const Cell &cell)
{
    return cell.life ? visibleText(cell.life->note.simplified()) : QString();
}

QString tagsText(const Cell &cell)
{
    return cell.life ? visibleText(cell.life->tags.join(", "_L1)) : QString();
}

QString orderOfCreator(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known)
{
    const TokenLife *life = known.lifeOf(table, row);
    return life && life->creator.isKnown() ? TokenText::creator(life) : QString();
}

QString spokenName(const Cell &cell)
{
    QStringList parts{TokenText::name(cell.table.name(cell.row))};
    for (const TokenFlagInfo &info : tokenFlagTable()) {
        if (cell.flags.testFlag(info.flag) && info.spoken)
            parts.append(info.spoken({cell.flags, cell.status}));
    }
    return parts.join(", "_L1);
}

constexpr TokenColumnInfo Table[] = {
    {.column = TokenColumn::Status,
     .id = "status"_L1,
     .sort = SortKey::Status,
     .title = [] { return TokenText::tr("Status"); },
     .text = statusText,
     .spoken = spokenStatus,
     .mayBeHidden = false,
     .value = statusValue},
    {.column = TokenColumn::Name,
     .id = "name"_L1,
     .sort = SortKey::Name,
     .title = [] { return TokenText::tr("Name"); },
     .text = [](const Cell &cell) { return visibleText(cell.table.name(cell.row)); },
     .spoken = spokenName,
     .mayBeHidden = false,
     .value = [](const Cell &cell) -> CellValue { return cell.table.name(cell.row); }},
    {.column = TokenColumn::Roles,
     .id = "roles"_L1,
     .sort = SortKey::Roles,
     .title = [] { return TokenText::tr("Roles"); },
     .text = [](const Cell &cell) { return TokenText::roles(cell.table.roles(cell.row)); },
     .spoken = [](const Cell &cell) { return TokenText::spokenRoles(cell.table.roles(cell.row)); },
     .value = [](const Cell &cell) -> CellValue { return cell.table.roles(cell.row); }},
    {.column = TokenColumn::Expires,
     .id = "expires"_L1,
     .sort = SortKey::Expires,
     .title = [] { return TokenText::tr("Expires"); },
     .text = [](const Cell &cell) { return TokenText::expires(cell.table.expiresAt(cell.row)); },
     .spoken =
         [](const Cell &cell) {
             return TokenText::spokenExpiry(cell.table.expiresAt(cell.row), cell.now);
         },
     .value = [](const Cell &cell) -> CellValue {
         return CellTime{cell.table.expiresAt(cell.row)};
     }},
    {.column = TokenColumn::Issued,
     .id = "issued"_L1,
     .sort = SortKey::Issued,
     .title = [] { return TokenText::tr("Issued"); },
     .text = [](const Cell &cell) { return TokenText::issued(cell.table.issuedAt(cell.row)); },
     .spoken =
         [](const Cell &cell) { return TokenText::spokenIssue(cell.table.issuedAt(cell.row)); },
     .value = [](const Cell &cell) -> CellValue {
         return CellTime{cell.table.issuedAt(cell.row)};
     }},
    {.column = TokenColumn::Id,
     .id = "id"_L1,
     .sort = SortKey::Id,
     .title = [] { return TokenText::tr("ID"); },
     .text = [](const Cell &cell) { return visibleText(cell.table.token(cell.row).id); },
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("ID %1").arg(visibleText(cell.table.token(cell.row).id));
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue { return cell.table.token(cell.row).id; }},
    {.column = TokenColumn::Revoked,
     .id = "revoked"_L1,
     .order = orderOfRevoke,
     .title = [] { return TokenText::tr("Revoked"); },
     .text = revokedText,
     .spoken =
         [](const Cell &cell) {
             const QString text = revokedText(cell);
             return text.isEmpty() ? text : TokenText::tr("Revoked %1").arg(text);
         },
     .isShownAtFirst = false},
    {.column = TokenColumn::By,
     .id = "by"_L1,
     .order = orderOfRevoker,
     .title = [] { return TokenText::tr("By"); },
     .text = revokerText,
     .spoken =
         [](const Cell &cell) {
             const QString text = revokerText(cell);
             return text.isEmpty() ? text : TokenText::tr("by: %1").arg(text);
         },
     .isShownAtFirst = false},
    {.column = TokenColumn::KnownFrom,
     .id = "knownFrom"_L1,
     .order = orderOfSource,
     .title = [] { return TokenText::tr("Known from"); },
     .text = sourceText,
     .spoken =
         [](const Cell &cell) { return TokenText::tr("Known from: %1").arg(sourceText(cell)); },
     .isShownAtFirst = false},
    {.column = TokenColumn::CreatedBy,
     .id = "createdBy"_L1,
     .orderText = orderOfCreator,
     .title = [] { return TokenText::tr("Created by"); },
     .text = [](const Cell &cell) { return TokenText::creator(cell.life); },
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("Created by: %1").arg(TokenText::creator(cell.life));
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue {
         return cell.life ? cell.life->creator.userId : QString();
     }},
    {.column = TokenColumn::Note,
     .id = "note"_L1,
     .orderText = orderOfNote,
     .title = [] { return TokenText::tr("Note"); },
     .text = noteText,
     .spoken =
         [](const Cell &cell) {
             const QString text = noteText(cell);
             return text.isEmpty() ? text : TokenText::tr("Note: %1").arg(text);
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue {
         return cell.life ? cell.life->note : QString();
     }},
    {.column = TokenColumn::Tags,
     .id = "tags"_L1,
     .orderText = orderOfTags,
     .title = [] { return TokenText::tr("Tags"); },
     .text = tagsText,
     .spoken =
         [](const Cell &cell) {
             const QString text = tagsText(cell);
             return text.isEmpty() ? text : TokenText::tr("Tags: %1").arg(text);
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue {
         return cell.life ? cell.life->tags : QStringList();
     }},
    {.column = TokenColumn::FirstSeen,
     .id = "firstSeen"_L1,
     .order = orderOfFirstSeen,
     .title = [] { return TokenText::tr("First seen"); },
     .text = [](const Cell &cell) { return TokenText::issued(cell.firstSeen); },
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("First seen: %1").arg(TokenText::issued(cell.firstSeen));
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue { return CellTime{cell.firstSeen}; }},
    {.column = TokenColumn::LastSeen,
     .id = "lastSeen"_L1,
     .order = orderOfLastSeen,
     .title = [] { return TokenText::tr("Last seen"); },
     .text = [](const Cell &cell) { return TokenText::issued(cell.lastSeen); },
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("Last seen: %1").arg(TokenText::issued(cell.lastSeen));
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue { return CellTime{cell.lastSeen}; }},
    {.column = TokenColumn::Change,
     .id = "change"_L1,
     .order = orderOfChange,
     .title = [] { return TokenText::tr("Change"); },
     .text = [](const Cell &cell) { return TokenText::change(cell.change.kind); },
     .spoken = [](const Cell &cell) { return TokenText::change(cell.change.kind); },
     .isShownAtFirst = false},
    {.column = TokenColumn::ChangedAt,
     .id = "changedAt"_L1,
     .order = orderOfChangeTime,
     .title = [] { return TokenText::tr("When"); },
     .text = [](const Cell &cell) { return TokenText::changeTime(cell.change); },
     .spoken =
         [](const Cell &cell) {
             const QString text = TokenText::changeTime(cell.change);
             return text.isEmpty() ? text : TokenText::tr("When: %1").arg(text);
         },
     .isShownAtFirst = false},
    {.column = TokenColumn::DeadRoles,
     .id = "deadRoles"_L1,
     .orderText = deadrole::order,
     .title = [] { return TokenText::tr("Dead role"); },
     .text = deadrole::text,
     .spoken =
         [](const Cell &cell) {
             const QString text = deadrole::text(cell);
             return text.isEmpty() ? text : TokenText::tr("Dead role: %1").arg(text);
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue { return deadrole::deadOf(cell); }},
    {.column = TokenColumn::DeadSince,
     .id = "deadSince"_L1,
     .order = deadrole::orderOfEnd,
     .title = [] { return TokenText::tr("Dead since"); },
     .text = deadrole::sinceText,
     .spoken =
         [](const Cell &cell) {
             const QString text = deadrole::sinceText(cell);
             return text.isEmpty() ? text : TokenText::tr("Dead since: %1").arg(text);
         },
     .isShownAtFirst = false},
    {.column = TokenColumn::OtherRoles,
     .id = "otherRoles"_L1,
     .orderText = deadrole::orderOfOthers,
     .title = [] { return TokenText::tr("Other roles"); },
     .text = deadrole::othersText,
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("Other roles: %1").arg(deadrole::othersText(cell));
         },
     .isShownAtFirst = false,
     .value = [](const Cell &cell) -> CellValue { return deadrole::othersOf(cell); }},
    {.column = TokenColumn::StillGrants,
     .id = "stillGrants"_L1,
     .orderText = deadrole::orderOfGrants,
     .title = [] { return TokenText::tr("Still grants"); },
     .text = deadrole::grantsText,
     .spoken =
         [](const Cell &cell) {
             return TokenText::tr("Still grants: %1").arg(deadrole::grantsText(cell));
         },
     .isShownAtFirst = false},
    // A list of several servers has it behind Name at first: firstLayout().
    {.column = TokenColumn::Server,
     .id = "server"_L1,
     .order = orderOfServer,
     .title = [] { return TokenText::tr("Server"); },
     .text =
         [](const Cell &cell) { return cell.server ? visibleText(cell.server->name) : QString(); },
     .spoken = spokenServer,
     .isOfServers = true},
};

} // namespace

TokenCell cellOf(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known,
                 UtcMs now, UtcMs expiringWindow)
{
    return {.table = table,
            .row = row,
            .status = table.status(row, now, expiringWindow),
            .flags = flagsOf(table, row, known, now),
            .now = now,
            .life = known.lifeOf(table, row),
            .server = known.serverOf(table, row),
            .rotation = known.rotationOf(table, row),
            .history = known.ofRow(table, row).history.get(),
            .firstSeen = known.firstSeen(table, row),
            .lastSeen = known.lastSeen(table, row),
            .change = known.changeOf(table, row, now),
            .roles = &known.ofRow(table, row).roles};
}

std::span<const TokenColumnInfo> tokenColumns()
{
    return Table;
}

const TokenColumnInfo &infoOf(TokenColumn column)
{
    const auto table = tokenColumns();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [column](const auto &info) { return info.column == column; });
    Q_ASSERT(found != table.end());
    return *found;
}

const TokenColumnInfo *tokenColumn(QStringView id)
{
    const auto table = tokenColumns();
    const auto found =
        std::find_if(table.begin(), table.end(), [id](const auto &info) { return info.id == id; });
    return found == table.end() ? nullptr : &*found;
}

int sectionOf(TokenColumn column)
{
    return int(&infoOf(column) - tokenColumns().data());
}

TokenColumn columnAt(int section)
{
    return tokenColumns()[std::size_t(section)].column;
}

} // namespace rox
