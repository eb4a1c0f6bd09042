// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/endpoint.h"
#include "network/delivery.h"
#include "network/trust/certificatetrust.h"
#include "network/trust/trust.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

class QHostAddress;
class QNetworkProxy;
class QSslSocket;

namespace rox {

namespace verdict {

/// Plain HTTP has no certificate. An Endpoint allows it for loopback only.
struct Plaintext
{};

struct Trusted
{
    CertificateFacts facts;
    TrustedBy by = TrustedBy::System;
};

/// Not trusted, for the reasons in `facts.problems`. Also a pinned certificate with a problem that
/// it did not have when it was pinned.
struct Unknown
{
    CertificateFacts facts;
};

/// The server shows another certificate than the pinned one.
struct Changed
{
    CertificateFacts known;
    CertificateFacts shown;
};

} // namespace verdict

using CertificateVerdict =
    std::variant<verdict::Plaintext, verdict::Trusted, verdict::Unknown, verdict::Changed>;

/// The first contact with a Central, before any credential is sent: one TLS handshake with the
/// proxy, server name and ALPN protocols of later requests. Sends no HTTP.
///
/// The handler is called once, from the event loop, and never after its context was destroyed; the
/// probe then deletes itself. Errors: ConnectionRefused, HostNotFound, Unreachable, ProxyFailed,
/// BadProxy,
/// TimedOut (15 s), TlsFailed (the peer speaks no TLS, or none of 1.2 or later), ConnectionLost
/// (closed during the handshake), Cancelled, BadEndpoint.
/// Lives on the GUI thread and never blocks it.
class CertificateProbe final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DefaultTimeout{15'000};

    /// Starts at once. Ends without an outcome if `parent` or `context` is destroyed.
    CertificateProbe(const Endpoint &endpoint, Trust trust, QObject *context,
                     Handler<CertificateVerdict> handler, QObject *parent,
                     std::chrono::milliseconds timeout = DefaultTimeout);
    ~CertificateProbe() override;

    /// Ends the probe with Cancelled, unless it has ended.
    void cancel();

private:
    void start(const Endpoint &endpoint);
    /// To `address`, or by name if it is null.
    void open(const Endpoint &endpoint, const QNetworkProxy &proxy, const QHostAddress &address);
    void judge(const QList<QSslError> &errors);
    void fail();
    void end(Result<CertificateVerdict> outcome);
    void deliver();

    Trust m_trust;
    Delivery<Result<CertificateVerdict>> m_deliver;
    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_deadline;
    bool m_isProxyKnown = false;
    std::optional<Result<CertificateVerdict>> m_outcome;
};

} // namespace rox
