// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokendetail.h"

#include "models/roles/roletext.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = DetailValue::Kind;

struct DetailText
{
    Q_DECLARE_TR_FUNCTIONS(rox::DetailText)
};

DetailValue timeOf(UtcMs time)
{
    if (time == NoTime)
        return {Kind::Note, DetailText::tr("not told by Central")};
    if (time >= NeverMs)
        return {Kind::Text, DetailText::tr("never (year 9999)")};
    return {.kind = Kind::Time, .time = time};
}

DetailValue momentOf(UtcMs time)
{
    return {.kind = time == NoTime ? Kind::Nothing : Kind::Moment, .time = time};
}

/// Tokens of another server do not count.
int liveWithName(const TokenCell &cell, const QString &name)
{
    const auto rows = cell.table.liveRowsNamed(name, cell.now);
    return int(std::count_if(rows.begin(), rows.end(), [&cell](TokenTable::Row row) {
        return cell.table.part(row) == cell.table.part(cell.row);
    }));
}

QString noCreatorText(const NoCreator &reason)
{
    switch (reason.why) {
    case NoCreator::Why::NotAsked:
        return DetailText::tr("not known");
    case NoCreator::Why::Forbidden:
        return DetailText::tr("not known: your roles lack read access to Administration");
    case NoCreator::Why::Gap:
        return DetailText::tr("not known: no list was read for %Ln day(s)", nullptr, reason.days);
    case NoCreator::Why::TooOld:
        return DetailText::tr("not known: Central tells it for 4 days, and no list was read then");
    case NoCreator::Why::NotYet:
        return DetailText::tr("not known yet: Central tells it within 2 minutes");
    case NoCreator::Why::NotTold:
        return DetailText::tr("not known: Central has no event about it");
    }
    return {};
}

DetailValue creatorOf(const TokenDetail &detail)
{
    if (!detail.life || !detail.life->creator.isKnown())
        return {Kind::Note, noCreatorText(detail.noCreator)};
    //: the user who made a token, and how that is known
    return {Kind::Text,
            DetailText::tr("%1 (Central event)").arg(TokenText::creator(&*detail.life))};
}

QString textOf(const QList<RoleGrowth> &grown)
{
    QStringList lines;
    for (const RoleGrowth &growth : grown) {
        const QString role = shownName(growth.role);
        if (!growth.added.isEmpty())
            //: %1 is a role, %2 resources: "Image (write), Node (read)"
            lines.append(DetailText::tr("Since this token was issued, %1 grants more: %2.")
                             .arg(role, grantsAsText(growth.added).join(", "_L1)));
        if (growth.isWider)
            lines.append(DetailText::tr("Since this token was issued, %1 got another access scope.")
                             .arg(role));
    }
    return lines.join(u'\n');
}

} // namespace

TokenDetail detailOf(const TokenCell &cell)
{
    TokenDetail detail{cell.table.token(cell.row), cell.status, cell.flags, cell.now};
    if (cell.life)
        detail.life = *cell.life;
    detail.firstSeen = cell.firstSeen;
    detail.lastSeen = cell.lastSeen;
    if (cell.server)
        detail.server = cell.server->name;
    if (cell.rotation)
        detail.rotation = *cell.rotation;
    detail.noCreator = whyNoCreator(cell.history ? cell.history->creators : CreatorCoverage{},
                                    detail.token.issuedAt, cell.now);
    if (cell.flags.testFlag(TokenFlag::SharedName))
        detail.liveWithName = liveWithName(cell, detail.token.name);
    return detail;
}

UtcMs lifetimeOf(const Token &token)
{
    const bool isKnown = token.issuedAt != NoTime && token.expiresAt != NoTime;
    return isKnown && token.expiresAt < NeverMs ? token.expiresAt - token.issuedAt : 0;
}

std::span<const DetailFieldInfo> detailFields()
{
    using Detail = TokenDetail;
    static constexpr DetailFieldInfo table[] = {
        {"tokenServer", Kind::Text, [](const Detail &) { return DetailText::tr("Server"); },
         [](const Detail &detail) -> DetailValue {
             return {detail.server.isEmpty() ? Kind::Nothing : Kind::Text,
                     visibleText(detail.server)};
         }},
        {"tokenRoles", Kind::Roles, [](const Detail &) { return DetailText::tr("Roles"); },
         [](const Detail &detail) -> DetailValue {
             return {.kind = Kind::Roles, .roles = detail.token.roles};
         }},
        {"tokenGrownRoles", Kind::Text, [](const Detail &) { return DetailText::tr("Role grew"); },
         [](const Detail &detail) -> DetailValue {
             return {detail.grown.isEmpty() ? Kind::Nothing : Kind::Text, textOf(detail.grown)};
         }},
        {"tokenExpires", Kind::Time,
         [](const Detail &detail) {
             return detail.status == TokenStatus::Revoked ? DetailText::tr("Expiry")
                                                          : DetailText::tr("Expires");
         },
         [](const Detail &detail) { return timeOf(detail.token.expiresAt); }},
        {"tokenIssued", Kind::Time, [](const Detail &) { return DetailText::tr("Issued"); },
         [](const Detail &detail) { return timeOf(detail.token.issuedAt); }},
        {"tokenValidFor", Kind::Length, [](const Detail &) { return DetailText::tr("Valid for"); },
         [](const Detail &detail) -> DetailValue {
             const UtcMs lifetime = lifetimeOf(detail.token);
             return {.kind = lifetime == 0 ? Kind::Nothing : Kind::Length, .time = lifetime};
         }},
        {"tokenCreatedBy", Kind::Text, [](const Detail &) { return DetailText::tr("Created by"); },
         creatorOf},
        {"tokenLastUsed", Kind::Note, [](const Detail &) { return DetailText::tr("Last used"); },
         [](const Detail &) -> DetailValue {
             return {Kind::Note, DetailText::tr("Central does not record it")};
         }},
        {"tokenFirstSeen", Kind::Moment,
         [](const Detail &) { return DetailText::tr("First seen"); },
         [](const Detail &detail) { return momentOf(detail.firstSeen); }},
        {"tokenLastSeen", Kind::Moment, [](const Detail &) { return DetailText::tr("Last seen"); },
         [](const Detail &detail) { return momentOf(detail.lastSeen); }},
        {"tokenId", Kind::Id, [](const Detail &) { return DetailText::tr("ID"); },
         [](const Detail &detail) -> DetailValue {
             return {Kind::Id, detail.token.id};
         }},
        {"tokenRotation", Kind::Text, [](const Detail &) { return DetailText::tr("Rotation"); },
         [](const Detail &detail) -> DetailValue {
             if (!detail.rotation)
                 return {};
             return {Kind::Text,
                     detail.rotation->isOld
                         ? DetailText::tr("Its successor is %1").arg(detail.rotation->other)
                         : DetailText::tr("It replaces %1").arg(detail.rotation->other)};
         }},
    };
    return table;
}

QList<DetailFlag> detailFlags(const TokenDetail &detail)
{
    const FlagFacts facts{detail.flags, detail.status, detail.liveWithName};
    QList<DetailFlag> flags;
    for (const TokenFlagInfo &info : tokenFlagTable()) {
        if (!detail.flags.testFlag(info.flag) || !info.sentence)
            continue;
        const QString text = info.sentence(facts);
        if (!text.isEmpty())
            flags.append(
                {info.symbol, info.emphasis, text, info.reason ? info.reason(facts) : QString()});
    }
    return flags;
}

} // namespace rox
