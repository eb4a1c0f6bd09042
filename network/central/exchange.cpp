// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/exchange.h"

#include "network/addressrace.h"
#include "network/central/connections.h"
#include "network/central/requestbody.h"
#include "network/central/wire.h"
#include "network/trust/certificatetrust.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// Only method, path, status and time are logged, never a header or a body.
Q_LOGGING_CATEGORY(lcNetwork, "rox.network", QtInfoMsg)

qint64 monotonicMs()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

QByteArray rawHeader(const QNetworkReply &reply, const char *name)
{
    return reply.rawHeader(QByteArray::fromRawData(name, qsizetype(qstrlen(name))));
}

} // namespace

Exchange::Exchange(Wire &wire, Ask ask, Done done, QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_done(std::move(done))
    , m_ask(std::move(ask))
    , m_startedMs(monotonicMs())
{
    m_answer.host = wire.connection().endpoint.base.host();
    m_answer.body = ReplyBody(m_ask.onceOnly ? ReplyBody::Holds::Secret : ReplyBody::Holds::Plain);
    connect(&m_deadline, &QTimer::timeout, this, &Exchange::checkProgress);
    m_deadline.start(wire.limits().deadline);
    m_isWaiting = true;
    wire.whenReady(this, [this] {
        if (std::exchange(m_isWaiting, false))
            send();
    });
    if (m_isWaiting)
        QTimer::singleShot(wire.limits().transferTimeout, this, &Exchange::giveUpWaiting);
}

Exchange::~Exchange()
{
    if (m_reply)
        m_reply->disconnect(this);
    wipe(m_ask.body); // if it was never sent
}

void Exchange::send()
{
    m_answer.credential = m_wire.claims();
    if (m_wire.fault()) {
        m_answer.end = Answer::End::NeverStarted;
        m_answer.fault = m_wire.fault();
        QMetaObject::invokeMethod(this, &Exchange::finish, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request = m_wire.request(m_ask.path);
    request.setTransferTimeout(int(m_ask.transferTimeout.count()));
    if (m_ask.takesGzip)
        request.setRawHeader("Accept-Encoding"_ba, "gzip"_ba);
    m_connections = choose(request);
    m_connections->noteRequest();
    m_isReused = m_connections->haveAnswered();
    m_hasOpened = false;
    connect(m_connections.get(), &Connections::ended, this, [this] {
        if (isUnheardRead())
            repeat();
    });
    if (!m_ask.cookie.isEmpty())
        request.setRawHeader("Cookie"_ba, m_ask.cookie.view().toByteArray());
    m_ask.cookie.wipe();
    if (!m_ask.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_ask.body.size());
        m_body = std::make_unique<RequestBody>(
            std::move(m_ask.body),
            m_ask.onceOnly ? RequestBody::Leaves::Once : RequestBody::Leaves::AsOftenAsQtLikes);
    }
    m_reply.reset(m_connections->sendCustomRequest(request, m_ask.method, m_body.get()));
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &Exchange::judgeCertificate);
    connect(m_reply.get(), &QNetworkReply::encrypted, this, &Exchange::noteCertificate);
    connect(m_reply.get(), &QIODevice::readyRead, this, &Exchange::collect);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this,
            [this] { m_answer.headAt = QDateTime::currentMSecsSinceEpoch(); });
    // Queued, because abort() emits finished at once and a handler may delete this object.
    connect(
        m_reply.get(), &QNetworkReply::finished, this,
        [this, reply = m_reply.get()] {
            if (reply == m_reply.get()) // else the request was repeated meanwhile
                finish();
        },
        Qt::QueuedConnection);
}

std::shared_ptr<Connections> Exchange::choose(QNetworkRequest &request)
{
    const bool isRead = m_ask.method == "GET";
    if (!isRead || m_wire.connection().onlyHttp1)
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (isRead)
        return m_wire.connectionsOfReads();
    // Over its own HTTP/1.1 connection, with a body that does not rewind: every other way had
    // double sends, hangs or false successes.
    return m_ask.onceOnly ? m_wire.freshConnections() : m_wire.connectionsOfRevokes();
}

// Qt calls this before it sends the first byte of the request.
void Exchange::judgeCertificate(const QList<QSslError> &errors)
{
    const TrustDecision judgement = trustDecision(
        m_reply->sslConfiguration().peerCertificateChain(), errors, m_wire.connection().trust);
    if (judgement.verdict == TrustDecision::Verdict::Trusted) {
        m_reply->ignoreSslErrors(judgement.allowed);
        return;
    }
    m_answer.refused = judgement.facts;
    m_answer.isChanged = judgement.verdict == TrustDecision::Verdict::Changed;
}

// Called for each new connection, too late to hold back a header. With a pinned certificate every
// handshake has errors, so that judgeCertificate() has refused another leaf before.
void Exchange::noteCertificate()
{
    m_connections->noteEncrypted();
    m_hasOpened = true;
    const TrustDecision judgement = trustDecision(
        m_reply->sslConfiguration().peerCertificateChain(), {}, m_wire.connection().trust);
    if (judgement.verdict == TrustDecision::Verdict::Trusted) {
        m_wire.noteServed(judgement.facts, judgement.by);
        return;
    }
    m_answer.refused = judgement.facts;
    stop(Answer::End::Distrusted);
}

void Exchange::collect()
{
    m_connections->touch();
    if (!m_answer.body.takeFrom(*m_reply, maxBytes()))
        stop(Answer::End::TooBig);
}

// Called once per Limits::deadline.
void Exchange::checkProgress()
{
    const Limits &limits = m_wire.limits();
    const qint64 came = m_answer.body.size() - std::exchange(m_bytesBefore, m_answer.body.size());
    const qint64 due = limits.minBytesPerSecond * limits.deadline.count() / SecondMs;
    if (!m_ask.isLong || came < due)
        stop(Answer::End::TimedOut);
}

qint64 Exchange::maxBytes() const
{
    const Limits &limits = m_wire.limits();
    const qint64 most = m_ask.maxBytes > 0 ? m_ask.maxBytes : limits.maxSmallBytes;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 300 ? std::min(most, limits.maxErrorBytes) : most;
}

// For example if a proxy script does not arrive. Nothing was sent.
void Exchange::giveUpWaiting()
{
    if (!std::exchange(m_isWaiting, false))
        return;
    m_answer.end = Answer::End::NeverStarted;
    m_answer.fault.emplace();
    m_answer.fault->host = m_answer.host;
    m_answer.fault->kind =
        m_wire.isProxyKnown() ? ApiError::Kind::TimedOut : ApiError::Kind::ProxyFailed;
    m_answer.fault->detail = m_wire.isProxyKnown()
                                 ? u"the authorities of this computer were not read"_s
                                 : u"the proxy settings were not found out in time"_s;
    finish();
}

void Exchange::stop(Answer::End end)
{
    if (std::exchange(m_isWaiting, false)) {
        m_answer.end = end;
        QMetaObject::invokeMethod(this, &Exchange::finish, Qt::QueuedConnection);
        return;
    }
    if (m_answer.end != Answer::End::Finished || !m_reply || m_reply->isFinished())
        return;
    m_answer.end = end;
    readHead(); // before abort() clears it
    if (m_answer.status < 300) {
        m_reply->abort();
        return;
    }
    // Qt may be about to report the refusal as an error. abort() would set a second error, of which
    // Qt warns.
    m_reply->disconnect(this);
    QMetaObject::invokeMethod(this, &Exchange::finish, Qt::QueuedConnection);
}

void Exchange::readHead()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = rawHeader(*m_reply, "Content-Type").toLower();
    m_answer.contentEncoding = rawHeader(*m_reply, "Content-Encoding").toLower();
    m_answer.location = rawHeader(*m_reply, "Location");
    m_answer.retryAfter = rawHeader(*m_reply, "Retry-After");
    // Qt 6.8 may send the next request over a connection that the server is about to close, and
    // waits for the answer until the timeout.
    m_isLastOfConnection = rawHeader(*m_reply, "Connection").toLower() == "close";
    // A cache adds the header Age, and keeps the old date.
    if (!m_reply->hasRawHeader("Age"_ba))
        m_answer.date = httpDate(rawHeader(*m_reply, "Date"));
    m_answer.setCookie = Secret::take(rawHeader(*m_reply, "Set-Cookie"));
}

// If Qt opens two connections at a time, a failed handshake may end the request without
// sslErrors(), so that the certificate is unknown. Not a byte of the request has left.
bool Exchange::isUnexplained() const
{
    return m_reply && m_answer.end == Answer::End::Finished && !m_answer.refused
           && m_reply->error() == QNetworkReply::SslHandshakeFailedError;
}

// A GET without a byte of an answer: sending it again does no harm.
bool Exchange::isUnheardRead() const
{
    return m_ask.method == "GET" && !m_isRepeated && m_reply
           && m_answer.end == Answer::End::Finished && m_answer.body.isEmpty()
           && !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

bool Exchange::diedUnheard() const
{
    if (!isUnheardRead())
        return false;
    switch (m_reply->error()) {
    case QNetworkReply::ContentReSendError: // HTTP/2: the server has not taken it
        return true;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
        return false; // a new connection failed
    default:
        break;
    }
    const bool isOfProxy = m_reply->error() > QNetworkReply::UnknownNetworkError
                           && m_reply->error() < QNetworkReply::ContentAccessDenied;
    return m_isReused && !m_hasOpened && !isOfProxy;
}

void Exchange::repeat()
{
    m_isRepeated = true;
    const std::shared_ptr<Connections> dead = m_connections;
    m_wire.forget(dead);
    dead->disconnect(this);
    m_reply->disconnect(this);
    m_reply.release()->deleteLater(); // we may be inside a signal of its manager
    m_answer.refused.reset();
    send();
}

void Exchange::finish()
{
    if (isUnexplained() && !m_ask.onceOnly && !m_body && !m_isRepeated) {
        repeat();
        return;
    }
    if (diedUnheard()) {
        const std::shared_ptr<Connections> dead = m_connections;
        const bool isEnd = m_reply->error() == QNetworkReply::ContentReSendError;
        repeat();
        if (isEnd)
            dead->end(); // the other requests on it repeat too
        return;
    }
    m_deadline.stop();
    if (m_reply) {
        if (m_answer.end == Answer::End::Finished) {
            readHead();
            if (m_answer.status != 0)
                m_connections->noteAnswered();
            if (m_answer.date != NoTime && m_answer.headAt != NoTime)
                m_wire.noteClock(m_answer.date - m_answer.headAt);
            m_connections->touch();
            if (!m_answer.body.takeFrom(*m_reply, maxBytes()))
                m_answer.end = Answer::End::TooBig;
        }
        m_answer.error = m_reply->error();
        m_answer.errorText =
            m_answer.error == QNetworkReply::NoError ? QString() : m_reply->errorString();
        if (m_answer.end == Answer::End::Finished
            && m_answer.error == QNetworkReply::OperationCanceledError)
            m_answer.end = Answer::End::TimedOut; // Qt's transfer timeout: stop() was not called
        if (m_answer.error != QNetworkReply::NoError && m_answer.status == 0) {
            forgetAddresses(); // the next request finds out which of them answers
            m_answer.proxy = m_wire.proxy();
            // After our own stop() the request may have just begun.
            m_answer.isBeforeTls = m_answer.end == Answer::End::Finished
                                   && !m_wire.connection().endpoint.isPlaintext()
                                   && !m_connections->wereEncrypted();
        }
    }
    m_answer.bodyLeft = m_body && m_body->wasRead();
    qCDebug(lcNetwork).noquote() << m_ask.method << m_ask.path << m_answer.status
                                 << monotonicMs() - m_startedMs << "ms";
    if (m_answer.end == Answer::End::TimedOut || m_isLastOfConnection)
        m_wire.forget(m_connections);
    m_reply.reset();
    m_connections.reset();
    deleteLater();
    const Done done = std::move(m_done);
    done(std::move(m_answer));
    // `this` may be gone.
}

} // namespace rox
