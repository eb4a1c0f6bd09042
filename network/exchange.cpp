// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/exchange.h"

#include "network/certificatetrust.h"
#include "network/requestbody.h"
#include "network/wire.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QNetworkAccessManager>

#include <utility>

namespace rox {

namespace {

// What may be logged: method, path, status and time. Nothing of a header or a body, ever.
Q_LOGGING_CATEGORY(lcNetwork, "rox.network", QtInfoMsg)

/// A manager's property: one of its connections came through the handshake.
constexpr char HasEncrypted[] = "hasEncrypted";

qint64 monotonicMs()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

QByteArray rawHeader(const QNetworkReply &reply, const char *name)
{
    return reply.rawHeader(QByteArray::fromRawData(name, static_cast<qsizetype>(qstrlen(name))));
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
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(Answer::End::TimedOut); });
    m_deadline.start(wire.limits().deadline);
    m_isWaiting = true;
    wire.whenReady(this, [this] {
        if (std::exchange(m_isWaiting, false))
            send();
    });
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
    request.setTransferTimeout(static_cast<int>(m_ask.transferTimeout.count()));
    if (m_ask.onceOnly) {
        // A connection of its own over HTTP/1.1, and a body that does not go back: nothing else
        // was free of double sends, hangs and false successes.
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        m_manager = m_wire.freshManager();
    } else {
        m_manager = m_wire.manager();
    }
    if (!m_ask.cookie.isEmpty())
        request.setRawHeader(QByteArrayLiteral("Cookie"), m_ask.cookie.view().toByteArray());
    m_ask.cookie.wipe();
    if (!m_ask.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_ask.body.size());
        m_body = std::make_unique<RequestBody>(
            std::move(m_ask.body),
            m_ask.onceOnly ? RequestBody::Leaves::Once : RequestBody::Leaves::AsOftenAsQtLikes);
    }
    m_reply.reset(m_manager->sendCustomRequest(request, m_ask.method, m_body.get()));
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &Exchange::judgeCertificate);
    connect(m_reply.get(), &QNetworkReply::encrypted, this, &Exchange::noteCertificate);
    connect(m_reply.get(), &QIODevice::readyRead, this, &Exchange::collect);
    // Queued: abort() emits finished at once, and a handler may delete anything.
    connect(m_reply.get(), &QNetworkReply::finished, this, &Exchange::finish, Qt::QueuedConnection);
}

// Before the first byte of the request: no header has left yet.
void Exchange::judgeCertificate(const QList<QSslError> &errors)
{
    const Judgement judgement = judgementOf(m_reply->sslConfiguration().peerCertificateChain(),
                                            errors, m_wire.connection().trust);
    if (judgement.verdict == Judgement::Verdict::Trusted) {
        m_reply->ignoreSslErrors(judgement.allowed);
        return;
    }
    m_answer.refused = judgement.facts;
    m_answer.isChanged = judgement.verdict == Judgement::Verdict::Changed;
}

// Of each new connection, and too late to hold back a header. Under a pin every handshake has
// errors to be judged above, so that another leaf never comes as far as this.
void Exchange::noteCertificate()
{
    m_manager->setProperty(HasEncrypted, true);
    const Judgement judgement = judgementOf(m_reply->sslConfiguration().peerCertificateChain(), {},
                                            m_wire.connection().trust);
    if (judgement.verdict == Judgement::Verdict::Trusted) {
        m_wire.noteServed(judgement.facts, judgement.by);
        return;
    }
    m_answer.refused = judgement.facts;
    stop(Answer::End::Distrusted);
}

void Exchange::collect()
{
    if (!m_answer.body.takeFrom(*m_reply, m_wire.limits().maxReplyBytes))
        stop(Answer::End::TooBig);
}

void Exchange::cancel()
{
    stop(Answer::End::Cancelled);
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
    readHead(); // while it is there
    m_reply->abort();
}

void Exchange::readHead()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = rawHeader(*m_reply, "Content-Type").toLower();
    m_answer.contentEncoding = rawHeader(*m_reply, "Content-Encoding").toLower();
    m_answer.location = rawHeader(*m_reply, "Location");
    m_answer.retryAfter = rawHeader(*m_reply, "Retry-After");
    m_answer.setCookie = Secret::take(rawHeader(*m_reply, "Set-Cookie"));
}

// Where Qt connects twice at a time, the failure of one handshake may end the request without
// sslErrors(): which certificate it was is not known then. Not a byte of the request has left.
bool Exchange::isUnexplained() const
{
    return m_reply && m_answer.end == Answer::End::Finished && !m_answer.refused
           && m_reply->error() == QNetworkReply::SslHandshakeFailedError;
}

void Exchange::finish()
{
    if (isUnexplained() && !m_ask.onceOnly && !m_body && !std::exchange(m_wasSentAgain, true)) {
        m_wire.forgetManager();
        m_reply.reset();
        send();
        return;
    }
    m_deadline.stop();
    if (m_reply) {
        if (m_answer.end == Answer::End::Finished) {
            readHead();
            if (!m_answer.body.takeFrom(*m_reply, m_wire.limits().maxReplyBytes))
                m_answer.end = Answer::End::TooBig;
        }
        m_answer.error = m_reply->error();
        m_answer.errorText =
            m_answer.error == QNetworkReply::NoError ? QString() : m_reply->errorString();
        if (m_answer.end == Answer::End::Finished
            && m_answer.error == QNetworkReply::OperationCanceledError)
            m_answer.end = Answer::End::TimedOut; // we did not stop it: Qt's transfer timeout
        if (m_answer.error != QNetworkReply::NoError && m_answer.status == 0) {
            m_answer.proxy = m_wire.proxy();
            // What we stopped ourselves may just have begun.
            m_answer.isBeforeTls = m_answer.end == Answer::End::Finished
                                   && !m_wire.connection().endpoint.isPlaintext()
                                   && !m_manager->property(HasEncrypted).toBool();
        }
    }
    m_answer.bodyLeft = m_body && m_body->wasRead();
    qCDebug(lcNetwork).noquote() << m_ask.method << m_ask.path << m_answer.status
                                 << monotonicMs() - m_startedMs << "ms";
    if (m_answer.end == Answer::End::TimedOut)
        m_wire.forgetManager();
    m_reply.reset();
    m_manager.reset();
    deleteLater();
    const Done done = std::move(m_done);
    done(std::move(m_answer));
    // `this` may be gone.
}

} // namespace rox
