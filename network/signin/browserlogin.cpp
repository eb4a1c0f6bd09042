// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/browserlogin.h"

#include "network/delivery.h"
#include "network/signin/callbackconnection.h"
#include "network/signin/callbackrequest.h"

#include <QRandomGenerator>
#include <QTcpSocket>

#include <array>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// How long the listener waits for the browser to load /done or /failed after the callback.
constexpr auto PageTimeout = 2s;
constexpr qsizetype MaxConnections = 32;

QByteArray nonce()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray page(const QString &title, const QString &text)
{
    return u"<!doctype html>\n<html>\n<head><meta charset=\"utf-8\">"
           "<meta name=\"color-scheme\" content=\"light dark\">"
           "<title>%1</title></head>\n"
           "<body>\n<h1>%1</h1>\n<p>%2</p>\n</body>\n</html>\n"_s
               .arg(title.toHtmlEscaped(), text.toHtmlEscaped())
               .toUtf8();
}

} // namespace

BrowserLogin::BrowserLogin(Timeouts timeouts, QObject *parent)
    : QObject(parent)
    , m_timeouts(timeouts)
{
    connect(&m_server, &QTcpServer::newConnection, this, &BrowserLogin::accept);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // a coarse timer of 5 min may be 15 s late
    m_deadline.callOnTimeout(this, [this] {
        settle(tl::make_unexpected(errorOf(ApiError::Kind::BrowserTimedOut)));
        deliverSoon();
    });
    m_pageTimeout.setSingleShot(true);
    m_pageTimeout.callOnTimeout(this, &BrowserLogin::deliverSoon);
}

BrowserLogin::~BrowserLogin() = default;

Result<QUrl> BrowserLogin::start(const Endpoint &endpoint, QObject *context,
                                 Handler<SessionToken> handler)
{
    Q_ASSERT(m_path.isEmpty());
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        return tl::make_unexpected(errorOf(ApiError::Kind::NoCallbackPort, m_server.errorString()));
    m_handler = Delivery<Result<SessionToken>>(context ? context : this, std::move(handler));
    m_deadline.start(m_timeouts.overall);
    m_port = m_server.serverPort();
    m_path = "/cb/" + nonce();
    const QByteArray callback = "http://127.0.0.1:" + QByteArray::number(m_port) + m_path;
    QUrl url = endpoint.base;
    url.setPath(u"/authorize-roxctl"_s);
    url.setFragment("authorizeCallback="_L1 + QString::fromLatin1(callback.toPercentEncoding()),
                    QUrl::StrictMode);
    return url;
}

qint64 BrowserLogin::remainingMs() const
{
    return m_deadline.isActive() ? m_deadline.remainingTime() : 0;
}

void BrowserLogin::cancel()
{
    if (!m_handler)
        return;
    m_outcome.reset(); // cancelling also discards a session that has arrived
    settle(tl::make_unexpected(errorOf(ApiError::Kind::Cancelled)));
    deliverSoon();
}

void BrowserLogin::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        if (findChildren<CallbackConnection *>().size() >= MaxConnections) {
            delete socket;
            continue;
        }
        new CallbackConnection(
            socket, m_timeouts.request,
            [this](const CallbackHead &head) { return responseTo(head); }, this);
    }
}

// DNS rebinding: a foreign name may point at 127.0.0.1, but then the Host header has that name.
bool BrowserLogin::isOurHost(QByteArrayView host) const
{
    const auto colon = host.lastIndexOf(':');
    if (colon < 0 || host.sliced(colon + 1) != QByteArray::number(m_port))
        return false;
    return host.first(colon) == "127.0.0.1" || host.first(colon) == "localhost";
}

CallbackResponse BrowserLogin::responseTo(const CallbackHead &head)
{
    // A connection that was accepted before the login ended gets 404 as well.
    if (!m_server.isListening() || !isOurHost(head.host))
        return {.status = 404};
    if (head.method != "GET")
        return {.status = 405};
    if (head.path == m_path && !std::exchange(m_isUsed, true)) {
        settle(sessionInCallback(head.query));
        m_pageTimeout.start(PageTimeout);
        // Redirect, so that the token does not stay in the browser's address bar.
        return {.status = 303, .location = *m_outcome ? "/done" : "/failed"};
    }
    if (!m_isUsed || !m_outcome)
        return {.status = 404};
    const auto onDisconnected = [this] { deliverSoon(); };
    if (head.path == "/done" && m_outcome->has_value())
        return {.status = 200,
                .page = page(tr("You are signed in"),
                             tr("You may close this window and go back to Rox Tokens.")),
                .onDisconnected = onDisconnected};
    if (head.path == "/failed" && !m_outcome->has_value())
        return {.status = 200,
                .page = page(tr("Signing in did not work"),
                             tr("Rox Tokens says why. You may close this window.")),
                .onDisconnected = onDisconnected};
    return {.status = 404};
}

// Keeps the first outcome only.
void BrowserLogin::settle(Result<SessionToken> outcome)
{
    m_deadline.stop();
    if (!m_outcome)
        m_outcome.emplace(std::move(outcome));
}

// Queued, because we may be inside a signal of a socket or timer that the handler deletes.
void BrowserLogin::deliverSoon()
{
    m_pageTimeout.stop();
    m_server.close();
    QMetaObject::invokeMethod(this, &BrowserLogin::deliver, Qt::QueuedConnection);
}

void BrowserLogin::deliver()
{
    const auto handler = std::exchange(m_handler, nullptr);
    if (!handler || !m_outcome)
        return;
    auto outcome = std::move(*m_outcome);
    m_outcome.reset();
    handler(std::move(outcome));
    // The handler may have deleted `this`.
}

} // namespace rox
