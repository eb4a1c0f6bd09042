// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenflags.h"

#include "models/roles/role.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rox {

namespace {

using Emphasis = TokenFlagInfo::Emphasis;
using Facts = FlagFacts;

/// Central gives 365 days to a token for which no expiration was asked.
constexpr UtcMs LongLife = 366 * DayMs;

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
    return facts.flags.testFlag(TokenFlag::Admin) ? QString()
                                                  : FlagText::tr("Can create and revoke tokens");
}

QString rotated(const Facts &)
{
    return FlagText::tr("Is being rotated");
}

QString spokenRotated(const Facts &)
{
    return FlagText::tr("is being rotated");
}

QString successor(const Facts &)
{
    return FlagText::tr("Takes the place of another token");
}

QString spokenSuccessor(const Facts &)
{
    return FlagText::tr("takes the place of another token");
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
    return isLive(facts.status) ? FlagText::tr("Valid for more than a year") : QString();
}

} // namespace

const TokenLife *TokenKnowledge::lifeOf(const TokenTable &table, TokenTable::Row row) const
{
    const TokenHistoryPtr &of = ofRow(table, row).history;
    return of && !of->lives.isEmpty() ? of->find(idOf(table, row)) : nullptr;
}

const TokenRotation *TokenKnowledge::rotationOf(const TokenTable &table, TokenTable::Row row) const
{
    const auto &of = ofRow(table, row).rotations;
    if (of.isEmpty())
        return nullptr;
    const auto found = of.constFind(idOf(table, row));
    return found == of.cend() ? nullptr : &*found;
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
    }
    flags.setFlag(TokenFlag::Powerless, std::all_of(roles.begin(), roles.end(), isNone));
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
    const TokenKnowledge &ofServer = known.ofRow(table, row);
    TokenFlags flags = flagsOfRoles(table.roles(row), ofServer.roles)
                       | flagsOfTimes(table.issuedAt(row), table.expiresAt(row));
    flags.setFlag(TokenFlag::SharedName, table.sharesName(row));
    flags.setFlag(TokenFlag::NotYetExpired, isNotYetExpired(table, row, now));
    if (table.revoked(row)) {
        const TokenLife *life = known.lifeOf(table, row);
        flags.setFlag(TokenFlag::Remembered, life && life->isRemembered);
    }
    if (const TokenRotation *rotation = known.rotationOf(table, row))
        flags |= rotation->isOld ? TokenFlag::Rotated : TokenFlag::Successor;
    if (ofServer.signedInId.isEmpty() && ofServer.openRevokes.isEmpty())
        return flags;
    const QString id = idOf(table, row);
    flags.setFlag(TokenFlag::SignedIn, !ofServer.signedInId.isEmpty() && ofServer.signedInId == id);
    flags.setFlag(TokenFlag::UnknownOutcome, ofServer.openRevokes.contains(id));
    return flags;
}

FlaggedRows::FlaggedRows(const TokenTable &table, TokenFlags flags, const TokenKnowledge &known,
                         UtcMs now)
    : m_table(table)
    , m_ofTimes(flags & (TokenFlag::NeverExpires | TokenFlag::LongLived))
    , m_unexpiredAt(flags.testFlag(TokenFlag::NotYetExpired) ? now : NoTime)
{
    constexpr TokenFlags OfRoles =
        TokenFlag::Admin | TokenFlag::RevokesTokens | TokenFlag::DeadRole | TokenFlag::Powerless;
    if (flags & OfRoles) {
        m_bySet.resize(table.roleSetCount());
        for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
            m_bySet[set] =
                flagsOfRoles(table.rolesOf(set), known.ofPart(table.partOfSet(set)).roles) & flags
                    ? 1
                    : 0;
        if (std::find(m_bySet.cbegin(), m_bySet.cend(), 1) == m_bySet.cend())
            m_bySet.clear();
    }
    if (flags.testFlag(TokenFlag::SharedName))
        m_bySharedName = table.sharedNameFlags();
    if (known.parts.empty())
        findIds(flags, known, 0);
    for (std::size_t part = 0; part < known.parts.size(); ++part)
        findIds(flags, known.parts[part], TokenTable::Part(part));
}

void FlaggedRows::findIds(TokenFlags flags, const TokenKnowledge &known, TokenTable::Part part)
{
    QStringList ids;
    if (flags.testFlag(TokenFlag::SignedIn) && !known.signedInId.isEmpty())
        ids.append(known.signedInId);
    if (flags.testFlag(TokenFlag::UnknownOutcome))
        ids.append(known.openRevokes.values());
    for (auto it = known.rotations.cbegin(); it != known.rotations.cend(); ++it) {
        if (flags.testFlag(it->isOld ? TokenFlag::Rotated : TokenFlag::Successor))
            ids.append(it.key());
    }
    const auto rows = m_table.find(ids);
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(m_byId),
                 [&](TokenTable::Row row) { return m_table.part(row) == part; });
}

bool FlaggedRows::isEmpty() const
{
    return !m_ofTimes && m_unexpiredAt == NoTime && m_bySet.empty() && m_bySharedName.empty()
           && m_byId.empty();
}

bool FlaggedRows::contains(TokenTable::Row row) const
{
    return (!m_bySet.empty() && m_bySet[m_table.roleSet(row)] != 0)
           || (!m_bySharedName.empty() && m_bySharedName[row] != 0)
           || (m_ofTimes
               && (flagsOfTimes(m_table.issuedAt(row), m_table.expiresAt(row)) & m_ofTimes))
           || isNotYetExpired(m_table, row, m_unexpiredAt)
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
         .sentence = [](const Facts &) { return FlagText::tr("Can create and revoke tokens"); },
         .reason = [](const Facts &) { return FlagText::tr("(write access to Integration)"); }},
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
        {.flag = TokenFlag::Rotated,
         .symbol = "rotate",
         .mark = rotated,
         .spoken = spokenRotated,
         .sentence = rotated},
        {.flag = TokenFlag::Successor,
         .symbol = "rotate",
         .mark = successor,
         .spoken = spokenSuccessor,
         .sentence = successor},
    };
    return table;
}

} // namespace rox
