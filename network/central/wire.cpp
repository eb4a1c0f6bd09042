// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/wire.h"

#include "network/addressrace.h"
#include "network/central/connections.h"
#include "network/proxylookup.h"
#include "network/trust/certificatetrust.h"
#include "network/trust/systemauthorities.h"

#include <QMetaEnum>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView tokenOf(const Credential &credential)
{
    return credential.secret.view().trimmed();
}

std::optional<ApiError> credentialFault(const Credential &credential)
{
    const auto isVisible = [](char c) { return c > 0x20 && c < 0x7f; };
    const auto bad = [](const QString &why) { return errorOf(ApiError::Kind::BadCredential, why); };
    switch (credential.kind) {
    case Credential::Kind::None:
        break;
    case Credential::Kind::ApiToken:
    case Credential::Kind::Session: {
        const auto token = tokenOf(credential);
        if (token.isEmpty())
            return bad(u"the token is empty"_s);
        if (!std::all_of(token.begin(), token.end(), isVisible))
            return bad(u"the token holds characters that no token has"_s);
        break;
    }
    case Credential::Kind::Password:
        if (credential.userName.isEmpty() || credential.userName.contains(u':'))
            return bad(u"the user name is empty or holds a colon"_s);
        break;
    }
    return std::nullopt;
}

std::optional<ApiError> faultOf(const Connection &connection)
{
    const auto fault = endpointFault(connection.endpoint);
    return fault ? fault : credentialFault(connection.credential);
}

std::shared_ptr<const TokenClaims> claimsIn(const Credential &credential)
{
    if (credential.kind != Credential::Kind::ApiToken
        && credential.kind != Credential::Kind::Session)
        return nullptr;
    const auto claims = claimsOf(credential.secret.view());
    return claims ? std::make_shared<const TokenClaims>(*claims) : nullptr;
}

QByteArray authorization(const Credential &credential)
{
    if (credential.kind != Credential::Kind::Password)
        return "Bearer "_ba + tokenOf(credential).toByteArray();
    QByteArray pair = credential.userName.toUtf8() + ':';
    pair.append(credential.secret.view());
    QByteArray header = "Basic "_ba + pair.toBase64();
    wipe(pair);
    return header;
}

} // namespace

// Endpoint::parse makes no other, but `base` is a public member.
std::optional<ApiError> endpointFault(const Endpoint &endpoint)
{
    const auto parsed = Endpoint::parse(endpoint.base.toString());
    if (parsed && parsed->base == endpoint.base)
        return std::nullopt;
    const auto fault = parsed ? Endpoint::Fault::Malformed : parsed.error();
    return errorOf(
        ApiError::Kind::BadEndpoint,
        QString::fromLatin1(QMetaEnum::fromType<Endpoint::Fault>().valueToKey(int(fault))));
}

Wire::Wire(Connection connection, Limits limits)
    : m_connection(std::move(connection))
    , m_limits(std::move(limits))
    , m_fault(faultOf(m_connection))
    , m_claims(claimsIn(m_connection.credential))
{}

Wire::~Wire() = default;

void Wire::setCredential(Credential credential)
{
    m_connection.credential = std::move(credential);
    m_fault = faultOf(m_connection);
    m_claims = claimsIn(m_connection.credential);
    m_reads.reset();
    m_revokes.reset();
}

void Wire::whenReady(QObject *context, std::function<void()> ready)
{
    if (m_reads && m_reads->haveSlept()) { // the computer may be in another network
        forgetProxies();
        forgetAddresses();
    }
    if (m_connection.endpoint.isPlaintext()) {
        useProxy(QNetworkProxy(QNetworkProxy::NoProxy)); // loopback
        ready();
        return;
    }
    whenProxyIsKnown(m_connection.endpoint.base, context,
                     [this, context, ready = std::move(ready)](const Result<QNetworkProxy> &proxy) {
                         if (!proxy) {
                             m_proxyFault = proxy.error();
                             m_proxyFault->host = m_connection.endpoint.base.host();
                             ready();
                             return;
                         }
                         useProxy(*proxy);
                         whenAddressIsReady(context, [this, context, ready] {
                             whenTrustIsReady(m_connection.trust, context, ready);
                         });
                     });
}

void Wire::whenAddressIsReady(QObject *context, std::function<void()> ready)
{
    if (m_proxy.type() != QNetworkProxy::NoProxy) { // the proxy connects
        useAddress({});
        ready();
        return;
    }
    whenAddressIsKnown(m_connection.endpoint.base, context,
                       [this, ready = std::move(ready)](const QHostAddress &address) {
                           useAddress(address);
                           ready();
                       });
}

void Wire::useAddress(const QHostAddress &address)
{
    if (std::exchange(m_address, address) == address)
        return;
    m_reads.reset();
    m_revokes.reset();
}

// To an address in place of the name, in an encrypted connection to that name. HTTP/1.1, because Qt
// would send the address as the authority of HTTP/2.
void Wire::connectTo(QNetworkRequest *request) const
{
    QUrl url = request->url();
    request->setRawHeader("Host"_ba, url.authority(QUrl::FullyEncoded).toLatin1());
    request->setPeerVerifyName(url.host());
    request->setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    url.setHost(m_address.toString());
    request->setUrl(url);
}

void Wire::useProxy(const QNetworkProxy &proxy)
{
    if (std::exchange(m_proxy, proxy) == proxy)
        return;
    m_reads.reset();
    m_revokes.reset();
}

QNetworkRequest Wire::request(const QByteArray &path) const
{
    QUrl url = m_connection.endpoint.base;
    const QString encoded = QString::fromLatin1(path);
    url.setPath(encoded.section(u'?', 0, 0), QUrl::StrictMode);
    if (path.contains('?'))
        url.setQuery(encoded.section(u'?', 1), QUrl::StrictMode);

    QNetworkRequest request(url);
    if (!m_connection.endpoint.isPlaintext()) {
        if (!m_tls)
            m_tls = tlsConfiguration(m_connection.trust);
        request.setSslConfiguration(*m_tls);
        if (!m_address.isNull())
            connectTo(&request);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("rox-tokens/" ROX_VERSION));
    request.setRawHeader("Accept"_ba, "application/json"_ba);
    // Without this header Qt asks for gzip and inflates it on this thread, twice, to count the
    // bytes: a list of a million tokens then stalled the event loop for 2.2 s instead of 30 ms.
    // ListCall asks for gzip itself and inflates it on a worker.
    request.setRawHeader("Accept-Encoding"_ba, "identity"_ba);
    if (m_connection.credential.kind != Credential::Kind::None)
        request.setRawHeader("Authorization"_ba, authorization(m_connection.credential));
    return request;
}

std::shared_ptr<Connections> Wire::connectionsOfReads()
{
    if (!m_reads || m_reads->areStale(m_limits.longestIdle) || m_reads->areWorn())
        m_reads = freshConnections();
    return m_reads;
}

std::shared_ptr<Connections> Wire::connectionsOfRevokes()
{
    if (!m_revokes || m_revokes->areStale(m_limits.longestIdle))
        m_revokes = freshConnections();
    return m_revokes;
}

std::shared_ptr<Connections> Wire::freshConnections() const
{
    auto connections = std::make_shared<Connections>();
    connections->setProxy(m_proxy);
    return connections;
}

void Wire::forget(const std::shared_ptr<Connections> &connections)
{
    if (m_reads == connections)
        m_reads.reset();
    if (m_revokes == connections)
        m_revokes.reset();
}

void Wire::noteServed(const CertificateFacts &facts, TrustedBy by)
{
    if (m_served == facts && m_servedBy == by)
        return;
    m_served = facts;
    m_servedBy = by;
    if (m_whenServed)
        m_whenServed();
}

QString Wire::proxy() const
{
    if (!isProxyKnown() || m_proxy.type() == QNetworkProxy::NoProxy)
        return {};
    return m_proxy.hostName() + u':' + QString::number(m_proxy.port());
}

} // namespace rox
