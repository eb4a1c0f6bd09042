// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakedtoken.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace rox {

namespace {

using Place = LeakedToken::Place;
using Remark = LeakedToken::Remark;
using Revoking = LeakServer::Revoking;

/// Smaller is better.
auto rankOf(const LeakServer &server)
{
    return std::tuple(server.revoking != Revoking::Possible, !server.isUpToDate, !server.isOpen);
}

const LeakServer *serverThatLists(const QString &id, const QList<LeakServer> &servers)
{
    const LeakServer *best = nullptr;
    for (const LeakServer &server : servers) {
        if (server.tokens && server.tokens->token(id) && (!best || rankOf(server) < rankOf(*best)))
            best = &server;
    }
    return best;
}

LeakedToken::Server placeOf(const LeakServer &server)
{
    return {server.key,     server.name,
            server.address, server.colorName,
            server.isOpen,  server.isUpToDate ? NoTime : server.tokens->listArrivedAt()};
}

Remark remarkOn(const Token &token, const LeakServer &server, UtcMs now)
{
    if (token.revoked)
        return Remark::Revoked;
    if (statusAt(token, now) == TokenStatus::Expired)
        return Remark::Expired;
    switch (server.revoking) {
    case Revoking::Possible:
        break;
    case Revoking::NeedsSignIn:
        return Remark::SignIn;
    case Revoking::Unreachable:
        return Remark::Unreachable;
    case Revoking::Forbidden:
        return Remark::Forbidden;
    }
    return Remark::CanBeRevoked;
}

Token tokenOf(const TokenClaims &claims)
{
    return {claims.id, claims.name, claims.roles, claims.issuedAt, claims.expiresAt};
}

/// The row of a text's finding, before any list is asked.
LeakedToken asFound(const FoundToken &found)
{
    LeakedToken row;
    row.token = tokenOf(found.claims);
    row.form = found.form;
    row.lines = found.lines;
    row.characters = found.characters;
    row.isWhole = !found.value.isEmpty();
    switch (found.kind) {
    case FoundToken::Kind::ApiToken:
        row.place = Place::Unlisted;
        row.remark = Remark::OwnText;
        break;
    case FoundToken::Kind::Session:
        row.place = Place::NotApiToken;
        row.remark = Remark::EndsByItself;
        row.userName = found.claims.userName;
        break;
    case FoundToken::Kind::CutShort:
        break;
    }
    return row;
}

void addListing(LeakedToken *row, const LeakServer &server, UtcMs now)
{
    row->place = Place::Listed;
    row->server = placeOf(server);
    row->token = *server.tokens->token(row->token.id);
    row->remark = remarkOn(row->token, server, now);
    const auto fact = server.tokens->facts().constFind(row->token.id);
    if (fact != server.tokens->facts().cend() && fact->kind != KnownTokens::Fact::Kind::Made)
        row->revokedAt = fact->provenAt;
}

/// The list of its server had it, and a newer list lacks it: Central deletes a token only after it
/// was revoked, or has expired.
void takeOver(LeakedToken *row, const LeakedToken &before, UtcMs now)
{
    row->place = Place::Listed;
    row->server = before.server;
    row->token = before.token;
    row->revokedAt = before.revokedAt;
    const bool isExpired =
        !before.token.revoked && statusAt(before.token, now) == TokenStatus::Expired;
    row->token.revoked = !isExpired;
    row->remark = isExpired ? Remark::Expired : Remark::Gone;
}

const LeakedToken *listedBefore(const QString &id, const QList<LeakedToken> &before)
{
    const auto found = std::find_if(before.cbegin(), before.cend(), [&](const LeakedToken &row) {
        return row.isListed() && row.token.id == id;
    });
    return found == before.cend() ? nullptr : &*found;
}

bool isComparedWith(const QString &key, const QList<LeakServer> &servers)
{
    return std::any_of(servers.cbegin(), servers.cend(), [&](const LeakServer &server) {
        return server.key == key && server.isCompared();
    });
}

/// The server whose list has been read from this Central, or else any that leads to it.
const LeakServer *serverOf(const RememberedTokens &central, const QList<LeakServer> &servers)
{
    const LeakServer *best = nullptr;
    for (const LeakServer &server : servers) {
        if (central.addresses.contains(server.address) && (!best || rankOf(server) < rankOf(*best)))
            best = &server;
    }
    return best;
}

/// The Central's newest list lacks it, or no list of that Central is loaded.
void addRemembered(LeakedToken *row, const Token &token, const RememberedTokens &central,
                   const QList<LeakServer> &servers, UtcMs now)
{
    const LeakServer *server = serverOf(central, servers);
    row->place = Place::Listed;
    row->token = token;
    if (server)
        row->server = {server->key, server->name, server->address, server->colorName,
                       server->isOpen};
    else
        row->server = {{}, central.server, central.addresses.value(0), {}, false};
    row->server.asOf = central.asOf;
    const bool isGone =
        central.gone.contains(token.id) || (server && server->isCompared()); // it lacks the token
    if (!token.revoked && statusAt(token, now) == TokenStatus::Expired)
        row->remark = Remark::Expired;
    else if (isGone)
        row->remark = Remark::Gone;
    else if (!server && !token.revoked)
        row->remark = Remark::NoServer;
    else
        row->remark = server ? remarkOn(token, *server, now) : Remark::Revoked;
    row->token.revoked |= row->remark == Remark::Gone;
}

/// Looks rows up; what is asked of all of them stands in one place.
class LookUp
{
public:
    LookUp(const QList<LeakServer> &servers, UtcMs now, const QList<LeakedToken> &before,
           const QList<RememberedTokens> &remembered)
        : m_servers(servers)
        , m_now(now)
        , m_before(before)
        , m_remembered(remembered)
    {}

    /// Fills in what is known of the row's token. False: nothing is.
    bool fill(LeakedToken *row) const
    {
        const QString id = row->token.id;
        for (const RememberedTokens &central : m_remembered) {
            if (central.creators.contains(id))
                row->creator = central.creators.value(id);
        }
        const LeakedToken *known = listedBefore(id, m_before);
        if (const LeakServer *server = serverThatLists(id, m_servers)) {
            addListing(row, *server, m_now);
            return true;
        }
        if (known && isComparedWith(known->server.key, m_servers)) {
            takeOver(row, *known, m_now);
            return true;
        }
        return remember(row);
    }

    /// Adds the tokens that this one has generated, and those that they have.
    void addMade(const LeakedToken &maker, QList<LeakedToken> *rows, QSet<QString> *shown) const
    {
        QList<LeakedToken> made;
        for (const RememberedTokens &central : m_remembered) {
            for (auto it = central.creators.cbegin(); it != central.creators.cend(); ++it) {
                if (it->tokenId() != maker.token.id || shown->contains(it.key()))
                    continue;
                LeakedToken row;
                row.token.id = it.key();
                row.madeBy = maker.token.id;
                row.makerName = maker.token.name;
                if (!fill(&row))
                    continue; // neither a list nor a history has more than its id
                shown->insert(it.key());
                made.append(std::move(row));
            }
        }
        std::sort(made.begin(), made.end(), [](const LeakedToken &left, const LeakedToken &right) {
            return std::tie(left.token.issuedAt, left.token.id)
                   < std::tie(right.token.issuedAt, right.token.id);
        });
        for (const LeakedToken &row : std::as_const(made)) {
            rows->append(row);
            addMade(row, rows, shown);
        }
    }

private:
    bool remember(LeakedToken *row) const
    {
        for (const RememberedTokens &central : m_remembered) {
            const auto found =
                std::find_if(central.tokens.cbegin(), central.tokens.cend(),
                             [row](const Token &token) { return token.id == row->token.id; });
            if (found == central.tokens.cend())
                continue;
            addRemembered(row, *found, central, m_servers, m_now);
            return true;
        }
        return false;
    }

    const QList<LeakServer> &m_servers;
    UtcMs m_now;
    const QList<LeakedToken> &m_before;
    const QList<RememberedTokens> &m_remembered;
};

} // namespace

QList<LeakedToken> lookUpLeaked(const std::vector<FoundToken> &found,
                                const QList<LeakServer> &servers, UtcMs now,
                                const QList<LeakedToken> &before,
                                const QList<RememberedTokens> &remembered)
{
    const LookUp lookUp(servers, now, before, remembered);
    QSet<QString> shown;
    for (const FoundToken &one : found)
        shown.insert(one.claims.id);
    QList<LeakedToken> rows;
    rows.reserve(qsizetype(found.size()));
    for (const FoundToken &one : found) {
        rows.append(asFound(one));
        if (rows.constLast().place != Place::Unlisted)
            continue;
        lookUp.fill(&rows.last());
        const LeakedToken maker = rows.constLast(); // a copy: the list grows
        lookUp.addMade(maker, &rows, &shown);
    }
    return rows;
}

} // namespace rox
