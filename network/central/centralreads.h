// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokencreation.h"
#include "models/values/apierror.h"

#include <optional>

namespace rox {

enum class RevokedFilter { All, Revoked, NotRevoked };

struct AllowedRoles
{
    QStringList names;
    /// Central is older than 4.3 and has no such call: all roles but None; generate may refuse
    /// some.
    bool unfiltered = false;
};

/// The calls of Central that change nothing. Qt may send each twice. Handlers and `context` are as
/// CentralClient says.
class CentralReads
{
public:
    virtual ~CentralReads() = default;

    /// The certificate of the last handshake, which was trusted. Nothing before the first
    /// handshake, nor over plain HTTP.
    [[nodiscard]] virtual std::optional<CertificateFacts> servedCertificate() const = 0;

    /// By how much Central's clock is ahead of this computer's, by the Date header of its last
    /// answer; 0 before the first.
    [[nodiscard]] virtual UtcMs clockAhead() const = 0;

    virtual void list(RevokedFilter filter, QObject *context, Handler<TokenTablePtr> handler) = 0;
    /// ApiError::Kind::NotFound: Central has no token with this id; never a 404 of the path.
    virtual void token(const QString &id, QObject *context, Handler<Token> handler) = 0;
    virtual void allowedRoles(QObject *context, Handler<AllowedRoles> handler) = 0;
    /// Up to three GETs, because newer Centrals have the access of a role in its permission set,
    /// and the name of its access scope elsewhere. The access is empty if Central has neither. A
    /// scope whose name cannot be read has none; that is no error.
    virtual void roles(QObject *context, Handler<QList<RoleGrant>> handler) = 0;
    virtual void identity(QObject *context, Handler<Identity> handler) = 0;
    virtual void permissions(QObject *context, Handler<Permissions> handler) = 0;
    virtual void version(QObject *context, Handler<QString> handler) = 0;
    /// By whom tokens were made, from this time of Central's on; NoTime: as far back as Central
    /// tells. Central tells it for four days, within a minute, to who may read Administration.
    virtual void creations(UtcMs from, QObject *context, Handler<TokenCreations> handler) = 0;
    /// By what this Central is known, whatever its address: see decodeCaKeys().
    virtual void caKeys(QObject *context, Handler<QStringList> handler) = 0;
};

} // namespace rox
