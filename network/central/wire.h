// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenclaims.h"
#include "network/central/centralclient.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace rox {

class Connections;

/// Why nothing may be sent to this endpoint: Endpoint::parse would have refused it.
[[nodiscard]] std::optional<ApiError> endpointFault(const Endpoint &endpoint);

/// Sends requests to one Central, with one trust, and with one credential at a time. Another
/// Central or trust needs another Wire, because an open connection is not checked again.
class Wire
{
public:
    Wire(Connection connection, Limits limits);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    /// The next request gets new connections. Requests under way keep their credential.
    void setCredential(Credential credential);
    /// Why nothing may be sent: an endpoint that is not allowed, a credential that a header cannot
    /// hold, or a proxy that cannot be used.
    [[nodiscard]] const std::optional<ApiError> &fault() const
    {
        return m_fault ? m_fault : m_proxyFault;
    }

    /// Calls `ready` once proxy, address and authorities are known; see network/proxylookup.h,
    /// network/addressrace.h and network/trust/systemauthorities.h.
    void whenReady(QObject *context, std::function<void()> ready);
    [[nodiscard]] bool isProxyKnown() const
    {
        return m_proxy.type() != QNetworkProxy::DefaultProxy;
    }
    /// `path` is encoded and may have a query; it starts with '/'. Redirects are not followed,
    /// cookies neither kept nor sent, nothing cached, nothing compressed; no Referer, which Central
    /// would take for its own web console.
    [[nodiscard]] QNetworkRequest request(const QByteArray &path) const;

    /// Shared by all GETs.
    [[nodiscard]] std::shared_ptr<Connections> connectionsOfReads();
    /// Shared by all revokes, which use HTTP/1.1: when a gateway ends an HTTP/2 connection, Qt
    /// fails requests that the gateway never took, and stalls the next ones.
    [[nodiscard]] std::shared_ptr<Connections> connectionsOfRevokes();
    /// For one request alone.
    [[nodiscard]] std::shared_ptr<Connections> freshConnections() const;
    /// The next request gets others. After a timeout, HTTP/2 may hang for ever on the old ones.
    void forget(const std::shared_ptr<Connections> &connections);
    /// The claims of the token that signs in, unverified; null if no token signs in.
    [[nodiscard]] const std::shared_ptr<const TokenClaims> &claims() const { return m_claims; }
    /// "host:port" of the proxy for requests; empty: no proxy, or not known yet.
    [[nodiscard]] QString proxy() const;

    /// The certificate of the last handshake that was trusted.
    [[nodiscard]] const std::optional<CertificateFacts> &served() const { return m_served; }
    /// By how much the clock of the server is ahead of this computer's, by its last answer.
    [[nodiscard]] UtcMs clockAhead() const { return m_clockAhead; }
    void noteClock(UtcMs ahead) { m_clockAhead = ahead; }
    /// What vouched for served(); undefined before there is one.
    [[nodiscard]] TrustedBy servedBy() const { return m_servedBy; }
    void noteServed(const CertificateFacts &facts, TrustedBy by);
    /// `changed` is called when either has changed, from inside a reply's signal: delete nothing.
    void whenServed(std::function<void()> call) { m_whenServed = std::move(call); }

private:
    Connection m_connection;
    Limits m_limits;
    std::optional<ApiError> m_fault;
    std::optional<ApiError> m_proxyFault;
    std::shared_ptr<const TokenClaims> m_claims;
    mutable std::optional<QSslConfiguration> m_tls; ///< made for the first request
    std::optional<CertificateFacts> m_served;
    TrustedBy m_servedBy = TrustedBy::System;
    UtcMs m_clockAhead = 0;
    std::function<void()> m_whenServed;
    void useProxy(const QNetworkProxy &proxy);
    void whenAddressIsReady(QObject *context, std::function<void()> ready);
    void useAddress(const QHostAddress &address);
    void connectTo(QNetworkRequest *request) const;

    QNetworkProxy m_proxy{QNetworkProxy::DefaultProxy}; ///< DefaultProxy: not known yet
    QHostAddress m_address; ///< to connect to; null: the one that Qt finds by name
    std::shared_ptr<Connections> m_reads;
    std::shared_ptr<Connections> m_revokes;
};

} // namespace rox
