// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/tokenclaims.h"
#include "network/centralclient.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QNetworkAccessManager;

namespace rox {

/// Why nothing may leave to it: Endpoint::parse would not have made it.
[[nodiscard]] std::optional<ApiError> endpointFault(const Endpoint &endpoint);

/// How requests leave: to one Central, with one trust, and with one credential at a time. A change
/// of Central or trust needs another Wire, because an open connection is not checked again.
class Wire
{
public:
    Wire(Connection connection, Limits limits);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    /// The next request gets new connections. One under way keeps what it was sent with.
    void setCredential(Credential credential);
    /// Why nothing may leave at all: an endpoint that is not allowed, a credential that cannot
    /// stand in a header.
    [[nodiscard]] const std::optional<ApiError> &fault() const { return m_fault; }

    /// Calls `ready` once request() does not have to wait for the authorities; see
    /// network/systemauthorities.h.
    void whenReady(QObject *context, std::function<void()> ready) const;
    /// `path` is encoded and may have a query; it starts with '/'. Redirects are not followed,
    /// cookies neither kept nor sent, nothing cached, nothing compressed; no Referer, which Central
    /// would take for its own web console.
    [[nodiscard]] QNetworkRequest request(const QByteArray &path) const;

    /// The manager of GETs and revokes, which share connections.
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> manager();
    /// The next one gets new connections: on one that timed out, HTTP/2 may hang for ever.
    void forgetManager() { m_manager.reset(); }
    /// A manager for one request, with nothing to share.
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> freshManager() const;
    /// What the token in use says of itself; null: it is none.
    [[nodiscard]] const std::shared_ptr<const TokenClaims> &claims() const { return m_claims; }
    /// "host:port" of the proxy that requests go through; empty: none.
    [[nodiscard]] QString proxy() const;

    /// The certificate of the last handshake that was trusted.
    [[nodiscard]] const std::optional<CertificateFacts> &served() const { return m_served; }
    /// What spoke for it; means nothing before served().
    [[nodiscard]] TrustedBy servedBy() const { return m_servedBy; }
    void noteServed(const CertificateFacts &facts, TrustedBy by);
    /// Called when one of them has changed, from inside a reply's signal: delete nothing.
    void whenServed(std::function<void()> call) { m_whenServed = std::move(call); }

private:
    Connection m_connection;
    Limits m_limits;
    std::optional<ApiError> m_fault;
    std::shared_ptr<const TokenClaims> m_claims;
    mutable std::optional<QSslConfiguration> m_tls; ///< made for the first request
    std::optional<CertificateFacts> m_served;
    TrustedBy m_servedBy = TrustedBy::System;
    std::function<void()> m_whenServed;
    std::shared_ptr<QNetworkAccessManager> m_manager;
};

} // namespace rox
