// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakedtoken.h"

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

} // namespace

QList<LeakedToken> lookUpLeaked(const std::vector<FoundToken> &found,
                                const QList<LeakServer> &servers, UtcMs now,
                                const QList<LeakedToken> &before)
{
    QList<LeakedToken> rows;
    rows.reserve(qsizetype(found.size()));
    for (const FoundToken &one : found) {
        LeakedToken row = asFound(one);
        if (row.place == Place::Unlisted) {
            const QString id = row.token.id;
            const LeakedToken *known = listedBefore(id, before);
            if (const LeakServer *server = serverThatLists(id, servers))
                addListing(&row, *server, now);
            else if (known && isComparedWith(known->server.key, servers))
                takeOver(&row, *known, now);
        }
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace rox
