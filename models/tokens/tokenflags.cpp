// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenflags.h"

#include "models/roles/role.h"

#include <QCoreApplication>

#include <algorithm>

namespace rox {

namespace {

using Emphasis = TokenFlagInfo::Emphasis;
using Facts = FlagFacts;

/// 90 days, and one more: the time of issue and the wished end may differ by a clock's error.
constexpr UtcMs LongLife = 91 * DayMs;

struct FlagText
{
    Q_DECLARE_TR_FUNCTIONS(rox::FlagText)
};

QString idOf(const TokenTable &table, TokenTable::Row row)
{
    const std::string_view id = table.id(row);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

bool isRevoked(const Facts &facts)
{
    return facts.status == TokenStatus::Revoked;
}

QString markOfSignedIn(const Facts &facts)
{
    return isRevoked(facts) ? FlagText::tr("You were signed in with this token")
                            : FlagText::tr("You are signed in with this token");
}

QString spokenSignedIn(const Facts &facts)
{
    return isRevoked(facts) ? FlagText::tr("the token you were signed in with")
                            : FlagText::tr("the token you are signed in with");
}

// A token with Admin has the shield in the chip of that role.
QString markOfRevokesTokens(const Facts &facts)
{
    return facts.flags & (TokenFlag::Admin | TokenFlag::WritesAll)
               ? QString()
               : FlagText::tr("Can create and revoke tokens");
}

QString revokesTokens(const Facts &facts)
{
    return facts.flags.testFlag(TokenFlag::WritesAll)
               ? QString() // which says more
               : FlagText::tr("Can create and revoke tokens");
}

QString markOfWritesAll(const Facts &facts)
{
    return facts.flags.testFlag(TokenFlag::Admin) ? QString()
                                                  : FlagText::tr("Writes and reads everything");
}

QString powerless(const Facts &)
{
    return FlagText::tr("Can do nothing at Central");
}

QString sharedName(const Facts &facts)
{
    return facts.liveWithName > 1
               ? FlagText::tr("%Ln active token(s) have this name", nullptr, facts.liveWithName)
               : FlagText::tr("Another token has the same name");
}

QString neverExpires(const Facts &facts)
{
    return isLive(facts.status) ? FlagText::tr("Never expires") : QString();
}

QString longLived(const Facts &facts)
{
    return isLive(facts.status) ? FlagText::tr("Valid for more than 90 days") : QString();
}

} // namespace

const TokenLife *TokenKnowledge::lifeOf(const TokenTable &table, TokenTable::Row row) const
{
    return history && !history->lives.isEmpty() ? history->find(idOf(table, row)) : nullptr;
}

UtcMs TokenKnowledge::firstSeen(const TokenLife *life) const
{
    if (life && life->firstSeen != NoTime)
        return life->firstSeen;
    if (life && life->madeAt != NoTime)
        return life->madeAt;
    return history ? history->since : NoTime;
}

UtcMs TokenKnowledge::lastSeen(const TokenLife *life) const
{
    return life && life->goneBy != NoTime ? life->lastListed : listedAt;
}

TokenChange TokenKnowledge::changeOf(const TokenTable &table, TokenTable::Row row, UtcMs now) const
{
    using Kind = TokenChange::Kind;
    if (!history || history->seenUntil == NoTime)
        return {};
    const UtcMs seen = history->seenUntil;
    const TokenLife *life = lifeOf(table, row);
    if (table.revoked(row)) {
        if (life && life->isByUs() && life->revokedAt > seen)
            return {Kind::Revoked, life->revokedAt, NoTime, true};
        if (!life || life->isByUs() || life->endList <= history->seenList)
            return {};
        return {life->isOnlyMissed() ? Kind::Gone : Kind::Revoked, life->lastActive,
                life->revokedBy};
    }
    const UtcMs expiresAt = table.expiresAt(row);
    if (expiresAt != NoTime && expiresAt > seen && expiresAt <= now)
        return {Kind::Expired, expiresAt};
    if (!life)
        return {};
    if (life->madeAt > seen)
        return {Kind::New, life->madeAt, NoTime, true};
    if (life->madeAt == NoTime && life->firstList > history->seenList)
        return {Kind::New, table.issuedAt(row)};
    return {};
}

TokenFlags flagsOfRoles(const QStringList &roles, const KnownRoles &known)
{
    TokenFlags flags;
    for (const QString &role : roles) {
        flags.setFlag(TokenFlag::Admin, flags.testFlag(TokenFlag::Admin) || isAdmin(role));
        if (known.mayRevokeTokens(role))
            flags |= TokenFlag::RevokesTokens;
        if (known.isDead(role))
            flags |= TokenFlag::DeadRole;
        if (known.mayWriteEverything(role))
            flags |= TokenFlag::WritesAll;
    }
    flags.setFlag(TokenFlag::Powerless,
                  std::all_of(roles.begin(), roles.end(), [&](const QString &role) {
                      return isNone(role) || known.isDead(role);
                  }));
    return flags;
}

TokenFlags flagsOfTimes(UtcMs issuedAt, UtcMs expiresAt)
{
    if (expiresAt >= NeverMs)
        return TokenFlag::NeverExpires;
    if (issuedAt != NoTime && expiresAt != NoTime && expiresAt - issuedAt > LongLife)
        return TokenFlag::LongLived;
    return {};
}

TokenFlags flagsOf(const TokenTable &table, TokenTable::Row row, const TokenKnowledge &known,
                   UtcMs now)
{
    TokenFlags flags = flagsOfRoles(table.roles(row), known.roles)
                       | flagsOfTimes(table.issuedAt(row), table.expiresAt(row));
    flags.setFlag(TokenFlag::SharedName, table.sharesName(row));
    flags.setFlag(TokenFlag::NotYetExpired, isNotYetExpired(table, row, now));
    flags.setFlag(TokenFlag::Changed,
                  known.changeOf(table, row, now).kind != TokenChange::Kind::None);
    if (table.revoked(row)) {
        const TokenLife *life = known.lifeOf(table, row);
        flags.setFlag(TokenFlag::Remembered, life && life->isRemembered);
    }
    if (known.signedInId.isEmpty() && known.openRevokes.isEmpty())
        return flags;
    const QString id = idOf(table, row);
    flags.setFlag(TokenFlag::SignedIn, !known.signedInId.isEmpty() && known.signedInId == id);
    flags.setFlag(TokenFlag::UnknownOutcome, known.openRevokes.contains(id));
    return flags;
}

/// Looks only at rows that may have changed.
std::vector<quint8> changedRows(const TokenTable &table, const TokenKnowledge &known, UtcMs now)
{
    std::vector<quint8> rows;
    if (!known.history || known.history->seenUntil == NoTime)
        return rows;
    const UtcMs seen = known.history->seenUntil;
    const auto look = [&](TokenTable::Row row) {
        if (known.changeOf(table, row, now).kind == TokenChange::Kind::None)
            return;
        rows.resize(table.size());
        rows[row] = 1;
    };
    const auto &lives = known.history->lives;
    for (auto life = lives.cbegin(); life != lives.cend(); ++life) {
        if (std::max(life->firstList, life->endList) <= known.history->seenList
            && std::max(life->madeAt, life->revokedAt) <= seen)
            continue;
        if (const auto row = table.find(life.key()))
            look(*row);
    }
    const auto expiries = table.expiryTimes();
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        if (expiries[row] > seen && expiries[row] <= now)
            look(row);
    }
    return rows;
}

FlaggedRows::FlaggedRows(const TokenTable &table, TokenFlags flags, const TokenKnowledge &known,
                         UtcMs now)
    : m_table(table)
    , m_ofTimes(flags & (TokenFlag::NeverExpires | TokenFlag::LongLived))
    , m_unexpiredAt(flags.testFlag(TokenFlag::NotYetExpired) ? now : NoTime)
{
    constexpr TokenFlags OfRoles = TokenFlag::Admin | TokenFlag::RevokesTokens | TokenFlag::DeadRole
                                   | TokenFlag::Powerless | TokenFlag::WritesAll;
    if (flags & OfRoles) {
        m_bySet.resize(table.roleSetCount());
        for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
            m_bySet[set] = flagsOfRoles(table.rolesOf(set), known.roles) & flags ? 1 : 0;
        if (std::find(m_bySet.cbegin(), m_bySet.cend(), 1) == m_bySet.cend())
            m_bySet.clear();
    }
    if (flags.testFlag(TokenFlag::SharedName))
        m_bySharedName = table.sharedNameFlags();
    if (flags.testFlag(TokenFlag::Changed))
        m_byChange = changedRows(table, known, now);
    QStringList ids;
    if (flags.testFlag(TokenFlag::SignedIn) && !known.signedInId.isEmpty())
        ids.append(known.signedInId);
    if (flags.testFlag(TokenFlag::UnknownOutcome))
        ids.append(known.openRevokes.values());
    m_byId = table.find(ids);
}

bool FlaggedRows::isEmpty() const
{
    return !m_ofTimes && m_unexpiredAt == NoTime && m_bySet.empty() && m_bySharedName.empty()
           && m_byChange.empty() && m_byId.empty();
}

bool FlaggedRows::contains(TokenTable::Row row) const
{
    return (!m_bySet.empty() && m_bySet[m_table.roleSet(row)] != 0)
           || (!m_bySharedName.empty() && m_bySharedName[row] != 0)
           || (m_ofTimes
               && (flagsOfTimes(m_table.issuedAt(row), m_table.expiresAt(row)) & m_ofTimes))
           || isNotYetExpired(m_table, row, m_unexpiredAt)
           || (!m_byChange.empty() && m_byChange[row] != 0)
           || std::find(m_byId.cbegin(), m_byId.cend(), row) != m_byId.cend();
}

std::span<const TokenFlagInfo> tokenFlagTable()
{
    static constexpr TokenFlagInfo table[] = {
        {.flag = TokenFlag::SignedIn,
         .symbol = "key",
         .emphasis = Emphasis::Own,
         .mark = markOfSignedIn,
         .spoken = spokenSignedIn},
        {.flag = TokenFlag::RevokesTokens,
         .symbol = "shield",
         .emphasis = Emphasis::Caution,
         .mark = markOfRevokesTokens,
         .sentence = revokesTokens,
         .reason = [](const Facts &) { return FlagText::tr("(write access to Integration)"); }},
        {.flag = TokenFlag::WritesAll,
         .symbol = "shield",
         .emphasis = Emphasis::Caution,
         .mark = markOfWritesAll,
         .sentence = [](const Facts &) { return FlagText::tr("Writes and reads everything"); }},
        {.flag = TokenFlag::DeadRole,
         .symbol = "deadrole",
         .emphasis = Emphasis::Caution,
         .mark =
             [](const Facts &) { return FlagText::tr("Has a role that Central no longer has"); },
         .spoken = [](const Facts &) { return FlagText::tr("has a role that no longer exists"); },
         .sentence =
             [](const Facts &) { return FlagText::tr("Has a role that Central no longer has"); }},
        {.flag = TokenFlag::Powerless,
         .symbol = "blocked",
         .mark = powerless,
         .spoken = [](const Facts &) { return FlagText::tr("can do nothing"); },
         .sentence = powerless,
         .reason = [](const Facts &) { return FlagText::tr("(no role grants it anything)"); }},
        {.flag = TokenFlag::SharedName,
         .symbol = "duplicate",
         .mark = [](const Facts &) { return FlagText::tr("Another token has the same name"); },
         .spoken = [](const Facts &) { return FlagText::tr("another token has this name"); },
         .sentence = sharedName},
        {.flag = TokenFlag::NeverExpires,
         .symbol = "infinity",
         .emphasis = Emphasis::Caution,
         .mark = [](const Facts &) { return FlagText::tr("Never expires"); },
         .sentence = neverExpires},
        {.flag = TokenFlag::LongLived, .symbol = "expiring", .sentence = longLived},
        {.flag = TokenFlag::Remembered,
         .symbol = "gone",
         .spoken = [](const Facts &) { return FlagText::tr("remembered on this computer"); },
         .sentence = [](const Facts &) { return FlagText::tr("No longer on Central"); },
         .reason = [](const Facts &) { return FlagText::tr("(shown as last seen from here)"); }},
        {.flag = TokenFlag::NotYetExpired,
         .symbol = "revoked",
         .sentence = [](const Facts &) { return FlagText::tr("Not yet expired"); },
         .reason = [](const Facts &) { return FlagText::tr("(revoked before its expiry)"); }},
    };
    return table;
}

} // namespace rox
