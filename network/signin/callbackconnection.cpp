// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/callbackconnection.h"

#include "models/values/secret.h"
#include "network/signin/callbackrequest.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr qsizetype MaxHeadBytes = 16 * 1024;
/// Time to drain the peer's bytes after the response: closing with unread bytes would send RST.
constexpr auto LingerTimeout = 500ms;
constexpr QByteArrayView HeadEnd("\r\n\r\n");

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 303:
        return "See Other"_ba;
    case 400:
        return "Bad Request"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 408:
        return "Request Timeout"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    default:
        return "Not Found"_ba;
    }
}

QByteArray bytesOf(const CallbackResponse &response)
{
    const QByteArray reason = reasonOf(response.status);
    const QByteArray body = response.page.isEmpty() ? reason + '\n' : response.page;
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason + "\r\n";
    bytes += response.page.isEmpty() ? "Content-Type: text/plain; charset=utf-8\r\n"
                                     : "Content-Type: text/html; charset=utf-8\r\n";
    if (!response.location.isEmpty())
        bytes += "Location: " + response.location + "\r\n";
    constexpr int MethodNotAllowed = 405;
    if (response.status == MethodNotAllowed)
        bytes += "Allow: GET\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
             "Cache-Control: no-store\r\n"
             "Referrer-Policy: no-referrer\r\n"
             "X-Content-Type-Options: nosniff\r\n"
             "Connection: close\r\n\r\n";
    return bytes + body;
}

} // namespace

CallbackConnection::CallbackConnection(QTcpSocket *socket, std::chrono::milliseconds timeout,
                                       Respond respond, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_respond(std::move(respond))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(MaxHeadBytes + 1);
    m_head.reserve(MaxHeadBytes + 1); // a reallocation would leave copies of the token
    connect(m_socket, &QIODevice::readyRead, this, &CallbackConnection::read);
    connect(m_socket, &QAbstractSocket::disconnected, this, &CallbackConnection::end);
    m_timeout.setSingleShot(true);
    m_timeout.callOnTimeout(this, [this] {
        if (!m_isAnswered)
            send({.status = 408});
        else if (m_socket->state() == QAbstractSocket::ConnectedState)
            disconnectFromPeer();
        else
            m_socket->abort();
    });
    m_timeout.start(timeout);
    QMetaObject::invokeMethod(this, &CallbackConnection::read, Qt::QueuedConnection);
}

CallbackConnection::~CallbackConnection()
{
    m_socket->disconnect(this);
    wipe(m_head);
}

void CallbackConnection::read()
{
    if (m_isAnswered) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    const auto before = m_head.size();
    const auto room = MaxHeadBytes + 1 - before;
    m_head.resize(MaxHeadBytes + 1);
    const auto count = m_socket->read(m_head.data() + before, room);
    m_head.resize(before + std::max<qint64>(count, 0));
    const auto end = m_head.indexOf(HeadEnd);
    if (end < 0) {
        if (m_head.size() > MaxHeadBytes)
            send({.status = 431});
        return;
    }
    const auto head = callbackHead(QByteArrayView(m_head).first(end));
    send(head ? m_respond(*head) : CallbackResponse{.status = 400});
}

void CallbackConnection::send(const CallbackResponse &response)
{
    m_isAnswered = true;
    wipe(m_head);
    m_onDisconnected = response.onDisconnected;
    m_socket->write(bytesOf(response));
    m_timeout.start(LingerTimeout);
    constexpr int FirstRefusal = 400;
    if (response.status < FirstRefusal)
        disconnectFromPeer();
    else
        read();
}

// disconnectFromHost() closes after the last byte; the timer aborts if the peer does not read.
void CallbackConnection::disconnectFromPeer()
{
    m_timeout.start(LingerTimeout);
    m_socket->disconnectFromHost();
}

void CallbackConnection::end()
{
    const auto onDisconnected = std::exchange(m_onDisconnected, nullptr);
    deleteLater();
    if (onDisconnected)
        onDisconnected();
}

} // namespace rox
