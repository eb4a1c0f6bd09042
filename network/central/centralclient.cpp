// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"

#include "network/central/accessdecoder.h"
#include "network/central/eventscall.h"
#include "network/central/exchange.h"
#include "network/central/generatecall.h"
#include "network/central/listcall.h"
#include "network/central/revokecall.h"
#include "network/central/tokendecoder.h"
#include "network/central/trustinfo.h"
#include "network/central/wire.h"
#include "network/delivery.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// The roles with their own access, else with that of their permission sets.
QList<RoleGrant> granted(const QList<RoleEntry> &entries, const PermissionSets &sets)
{
    QList<RoleGrant> roles;
    roles.reserve(entries.size());
    for (const RoleEntry &entry : entries) {
        roles.append(entry.role);
        if (roles.last().access.isEmpty())
            roles.last().access = sets.value(entry.permissionSetId);
    }
    return roles;
}

bool isAnyOpen(const QList<RoleEntry> &entries)
{
    return std::any_of(entries.cbegin(), entries.cend(), [](const RoleEntry &entry) {
        return entry.role.access.isEmpty() && !entry.permissionSetId.isEmpty();
    });
}

bool isAnyScoped(const QList<RoleGrant> &roles)
{
    return std::any_of(roles.cbegin(), roles.cend(),
                       [](const RoleGrant &role) { return !role.isUnrestricted(); });
}

QList<RoleGrant> named(QList<RoleGrant> roles, const ScopeNames &names)
{
    for (RoleGrant &role : roles)
        role.scopeName = names.value(role.scopeId);
    return roles;
}

// Every role but None, which grants nothing.
AllowedRoles unfiltered(const QList<RoleEntry> &entries)
{
    AllowedRoles allowed;
    allowed.unfiltered = true;
    for (const RoleEntry &entry : entries) {
        if (entry.role.name != "None"_L1)
            allowed.names.append(entry.role.name);
    }
    return allowed;
}

} // namespace

class CentralClient::Private
{
public:
    Private(Connection connection, Limits limits)
        : wire(std::move(connection), std::move(limits))
    {}

    /// One GET with a small answer, which is decoded on the GUI thread.
    template <class T>
    using Decode = std::type_identity_t<std::function<Result<T>(const ReplyBody &)>>;
    template <class T>
    void read(const QByteArray &path, const Asked &asked, const Decode<T> &decode, QObject *context,
              Handler<T> handler, qint64 maxBytes = 0)
    {
        Exchange::Ask ask;
        ask.method = "GET"_ba;
        ask.path = path;
        ask.transferTimeout = wire.limits().transferTimeout;
        ask.maxBytes = maxBytes;
        auto *exchange = new Exchange(
            wire, std::move(ask),
            [asked, decode, deliver = Delivery<Result<T>>(context, std::move(handler))](
                Answer &&answer) mutable { deliver(decoded<T>(answer, asked, decode)); },
            &reads);
        endWith(context, exchange);
    }

    void readRoles(QObject *context, Handler<QList<RoleEntry>> handler)
    {
        read("/v1/roles"_ba, Asked::Other, decodeRoles, context, std::move(handler),
             wire.limits().maxRolesBytes);
    }

    /// Without the names if they cannot be read.
    void nameScopes(const QList<RoleGrant> &roles, QObject *context,
                    Handler<QList<RoleGrant>> handler)
    {
        read<ScopeNames>(
            "/v1/simpleaccessscopes"_ba, Asked::Other, decodeAccessScopes, context,
            [roles, handler = std::move(handler)](const Result<ScopeNames> &names) {
                handler(names ? named(roles, *names) : roles);
            },
            wire.limits().maxRolesBytes);
    }

    /// Ends a GET whose context has died.
    static void endWith(QObject *context, QObject *call)
    {
        QObject::connect(context, &QObject::destroyed, call, &QObject::deleteLater);
    }

    // Destroyed after the calls, which use it.
    Wire wire;
    QObject reads;  ///< parent of every GET under way
    QObject writes; ///< parent of generates and revokes

private:
    template <class T>
    static Result<T> decoded(const Answer &answer, const Asked &asked, const Decode<T> &decode)
    {
        if (auto error = errorOf(answer, asked))
            return tl::make_unexpected(std::move(*error));
        auto result = decode(answer.body);
        if (!result)
            result.error().httpStatus = answer.status;
        return result;
    }
};

CentralClient::CentralClient(Connection connection, Limits limits, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(std::move(connection), std::move(limits)))
{
    m_d->wire.whenServed([this] {
        QMetaObject::invokeMethod(this, &CentralClient::servedCertificateChanged,
                                  Qt::QueuedConnection);
    });
}

CentralClient::~CentralClient() = default;

const Endpoint &CentralClient::endpoint() const
{
    return m_d->wire.connection().endpoint;
}

const Trust &CentralClient::trust() const
{
    return m_d->wire.connection().trust;
}

std::optional<CertificateFacts> CentralClient::servedCertificate() const
{
    return m_d->wire.served();
}

UtcMs CentralClient::clockAhead() const
{
    return m_d->wire.clockAhead();
}

QString CentralClient::credentialTokenId() const
{
    const auto &claims = m_d->wire.claims();
    return claims && claims->kind == TokenClaims::Kind::ApiToken ? claims->id : QString();
}

std::optional<TrustedBy> CentralClient::servedCertificateTrustedBy() const
{
    return m_d->wire.served() ? std::optional(m_d->wire.servedBy()) : std::nullopt;
}

void CentralClient::setCredential(Credential credential)
{
    m_d->wire.setCredential(std::move(credential));
}

void CentralClient::list(RevokedFilter filter, QObject *context, Handler<TokenTablePtr> handler)
{
    QByteArray path = "/v1/apitokens"_ba;
    if (filter != RevokedFilter::All)
        path += filter == RevokedFilter::Revoked ? "?revoked=true" : "?revoked=false";
    QObject *whose = context ? context : this;
    auto *call = new ListCall(m_d->wire, path, {whose, std::move(handler)}, &m_d->reads);
    Private::endWith(whose, call);
}

void CentralClient::token(const QString &id, QObject *context, Handler<Token> handler)
{
    QObject *whose = context ? context : this;
    if (const auto path = tokenPath("", id)) {
        m_d->read(*path, Asked::oneToken(id), decodeToken, whose, std::move(handler));
        return;
    }
    QMetaObject::invokeMethod(
        &m_d->reads,
        [deliver = Delivery<Result<Token>>(whose, std::move(handler))]() mutable {
            deliver(tl::make_unexpected(badId()));
        },
        Qt::QueuedConnection);
}

void CentralClient::generate(const TokenDraft &draft, QObject *context, GenerateHandler handler)
{
    new GenerateCall(m_d->wire, draft, {context ? context : this, std::move(handler)},
                     &m_d->writes);
}

void CentralClient::revoke(const QString &id, QObject *context, RevokeHandler handler)
{
    new RevokeCall(m_d->wire, id, {context ? context : this, std::move(handler)}, &m_d->writes);
}

void CentralClient::allowedRoles(QObject *context, Handler<AllowedRoles> handler)
{
    QObject *whose = context ? context : this;
    const auto fallBack = [this, whose, handler](const Result<QStringList> &names) {
        if (names) {
            handler(AllowedRoles{*names, false});
            return;
        }
        if (names.error().kind != ApiError::Kind::NotFound) {
            handler(tl::make_unexpected(names.error()));
            return;
        }
        // Central before 4.3 has no such path.
        m_d->readRoles(whose, [handler](const Result<QList<RoleEntry>> &entries) {
            handler(entries.map(unfiltered));
        });
    };
    // `this` is safe: the exchange dies with this client.
    m_d->read<QStringList>("/v1/apitokens/generate/allowed-roles"_ba, Asked::Other, decodeRoleNames,
                           whose, fallBack, m_d->wire.limits().maxRolesBytes);
}

void CentralClient::roles(QObject *context, Handler<QList<RoleGrant>> then)
{
    QObject *whose = context ? context : this;
    const auto handler = [this, whose, then](const Result<QList<RoleGrant>> &roles) {
        if (roles && isAnyScoped(*roles))
            m_d->nameScopes(*roles, whose, then);
        else
            then(roles);
    };
    m_d->readRoles(whose, [this, whose, handler](const Result<QList<RoleEntry>> &entries) {
        if (!entries || !isAnyOpen(*entries)) {
            handler(entries.map([](const auto &known) { return granted(known, {}); }));
            return;
        }
        m_d->read<PermissionSets>(
            "/v1/permissionsets"_ba, Asked::Other, decodePermissionSets, whose,
            [handler, known = *entries](const Result<PermissionSets> &sets) {
                if (sets)
                    handler(granted(known, *sets));
                else if (sets.error().kind == ApiError::Kind::NotFound) // Central before 3.61
                    handler(granted(known, {}));
                else
                    handler(tl::make_unexpected(sets.error()));
            },
            m_d->wire.limits().maxRolesBytes);
    });
}

void CentralClient::identity(QObject *context, Handler<Identity> handler)
{
    m_d->read("/v1/auth/status"_ba, Asked::Other, decodeIdentity, context ? context : this,
              std::move(handler));
}

void CentralClient::permissions(QObject *context, Handler<Permissions> handler)
{
    m_d->read("/v1/mypermissions"_ba, Asked::Other, decodePermissions, context ? context : this,
              std::move(handler));
}

void CentralClient::version(QObject *context, Handler<QString> handler)
{
    m_d->read("/v1/metadata"_ba, Asked::Other, decodeVersion, context ? context : this,
              std::move(handler));
}

void CentralClient::creations(UtcMs from, QObject *context, Handler<TokenCreations> handler)
{
    QObject *whose = context ? context : this;
    auto *call = new EventsCall(m_d->wire, from, {whose, std::move(handler)}, &m_d->reads);
    Private::endWith(whose, call);
}

void CentralClient::caKeys(QObject *context, Handler<QStringList> handler)
{
    const QByteArray challenge = makeTlsChallenge();
    m_d->read(
        "/v1/tls-challenge?challengeToken=" + challenge.toPercentEncoding(), Asked::Other,
        [challenge](const ReplyBody &body) { return decodeCaKeys(body, challenge); },
        context ? context : this, std::move(handler));
}

} // namespace rox
