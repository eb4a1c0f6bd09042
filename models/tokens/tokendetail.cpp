// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokendetail.h"

#include <QCoreApplication>

namespace rox {

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

} // namespace

TokenDetail detailOf(const TokenCell &cell)
{
    TokenDetail detail{cell.table.token(cell.row), cell.status, cell.flags, cell.now};
    if (cell.life)
        detail.life = *cell.life;
    detail.firstSeen = cell.firstSeen;
    detail.lastSeen = cell.lastSeen;
    if (cell.flags.testFlag(TokenFlag::SharedName))
        detail.liveWithName = int(cell.table.liveRowsNamed(detail.token.name, detail.now).size());
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
        {"tokenRoles", Kind::Roles, [](const Detail &) { return DetailText::tr("Roles"); },
         [](const Detail &detail) -> DetailValue {
             return {.kind = Kind::Roles, .roles = detail.token.roles};
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
