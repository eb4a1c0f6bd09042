// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/certificateprobe.h"

#include "network/addressrace.h"
#include "network/central/wire.h"
#include "network/proxylookup.h"
#include "network/trust/systemauthorities.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ApiError::Kind;

tl::unexpected<ApiError> failure(Kind kind, const QString &detail)
{
    return tl::make_unexpected(errorOf(kind, detail));
}

Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return Kind::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
        return Kind::TimedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Kind::TlsFailed;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Kind::ProxyFailed;
    case QAbstractSocket::RemoteHostClosedError:
        return Kind::ConnectionLost;
    default:
        return Kind::Unreachable;
    }
}

QSslConfiguration configuration(const Trust &trust)
{
    auto tls = tlsConfiguration(trust);
    tls.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    return tls;
}

} // namespace

CertificateProbe::CertificateProbe(const Endpoint &endpoint, Trust trust, QObject *context,
                                   Handler<CertificateVerdict> handler, QObject *parent,
                                   std::chrono::milliseconds timeout)
    : QObject(parent)
    , m_trust(std::move(trust))
    , m_deliver(context ? context : this, std::move(handler))
{
    if (context)
        connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this, endpoint] {
        end(m_isProxyKnown || endpoint.isPlaintext()
                ? failure(Kind::TimedOut, QString())
                : failure(Kind::ProxyFailed, u"the proxy settings were not found out in time"_s));
    });
    m_deadline.start(timeout);
    start(endpoint);
}

CertificateProbe::~CertificateProbe()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void CertificateProbe::start(const Endpoint &endpoint)
{
    if (const auto fault = endpointFault(endpoint)) {
        end(tl::make_unexpected(*fault));
        return;
    }
    if (endpoint.isPlaintext()) {
        end(CertificateVerdict(verdict::Plaintext{}));
        return;
    }
    whenProxyIsKnown(endpoint.base, this, [this, endpoint](const Result<QNetworkProxy> &found) {
        m_isProxyKnown = true;
        if (!found) {
            end(tl::make_unexpected(found.error()));
            return;
        }
        const QNetworkProxy &proxy = *found;
        if (proxy.type() != QNetworkProxy::NoProxy && !proxy.isTransparentProxy()) {
            end(failure(Kind::ProxyFailed, u"no proxy carries encrypted connections"_s));
            return;
        }
        whenTrustIsReady(m_trust, this, [this, endpoint, proxy] {
            if (proxy.type() != QNetworkProxy::NoProxy) {
                open(endpoint, proxy, {});
                return;
            }
            whenAddressIsKnown(endpoint.base, this, [=, this](const QHostAddress &address) {
                open(endpoint, proxy, address);
            });
        });
    });
}

void CertificateProbe::open(const Endpoint &endpoint, const QNetworkProxy &proxy,
                            const QHostAddress &address)
{
    if (m_outcome)
        return;
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &CertificateProbe::judge);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] { judge({}); });
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &CertificateProbe::fail);
    m_socket->setProxy(proxy);
    m_socket->setSslConfiguration(configuration(m_trust));
    constexpr quint16 HttpsPort = 443;
    const QString host = endpoint.base.host();
    const auto port = quint16(endpoint.base.port(HttpsPort));
    if (address.isNull())
        m_socket->connectToHostEncrypted(host, port);
    else
        m_socket->connectToHostEncrypted(address.toString(), port, host);
}

// Called by sslErrors and encrypted; without ignoreSslErrors() the handshake ends here.
void CertificateProbe::judge(const QList<QSslError> &errors)
{
    TrustDecision judgement =
        trustDecision(m_socket->sslConfiguration().peerCertificateChain(), errors, m_trust);
    switch (judgement.verdict) {
    case TrustDecision::Verdict::Trusted:
        end(CertificateVerdict(verdict::Trusted{judgement.facts, judgement.by}));
        return;
    case TrustDecision::Verdict::Refused:
        end(CertificateVerdict(verdict::Unknown{judgement.facts}));
        return;
    case TrustDecision::Verdict::Changed:
        end(CertificateVerdict(verdict::Changed{*m_trust.pinned, judgement.facts}));
        return;
    }
}

void CertificateProbe::fail()
{
    forgetAddresses();
    const QNetworkProxy proxy = m_socket->proxy();
    Kind kind = kindOf(m_socket->error());
    QString detail = m_socket->errorString();
    if (proxy.type() != QNetworkProxy::NoProxy) {
        if (kind == Kind::ConnectionRefused || kind == Kind::Unreachable)
            kind = Kind::ProxyFailed;
        detail = proxy.hostName() + u':' + QString::number(proxy.port()) + ": "_L1 + detail;
    }
    end(failure(kind, detail));
}

void CertificateProbe::cancel()
{
    end(failure(Kind::Cancelled, QString()));
}

void CertificateProbe::end(Result<CertificateVerdict> outcome)
{
    if (m_outcome)
        return;
    m_outcome = std::move(outcome);
    m_deadline.stop();
    // Queued, because the caller may be the constructor, cancel(), or a signal of the socket.
    QMetaObject::invokeMethod(this, &CertificateProbe::deliver, Qt::QueuedConnection);
}

void CertificateProbe::deliver()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    deleteLater();
    auto outcome = std::move(*m_outcome);
    m_deliver(std::move(outcome));
    // The handler may have deleted `this`.
}

} // namespace rox
