// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/faultserver.h"

#include <QPointer>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <sys/socket.h>
#include <utility>

namespace rox::test {

using namespace Qt::StringLiterals;

QByteArray httpReply(int status, const QByteArray &body, const QByteArray &type,
                     const QByteArray &moreHeaders)
{
    QByteArray reply = "HTTP/1.1 " + QByteArray::number(status) + " Reason\r\n";
    if (!type.isEmpty())
        reply += "Content-Type: " + type + "\r\n";
    reply += "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n";
    return reply + body;
}

QByteArray centralError(int status, int code, const QByteArray &message)
{
    QByteArray text = message;
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    return httpReply(status, "{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + text
                                 + "\",\"details\":[],\"error\":\"" + text + "\"}");
}

/// One connection: reads requests one after the other and applies a fault to each.
class FaultServer::Connection : public QObject
{
public:
    Connection(FaultServer &server, QTcpSocket *socket, int number)
        : QObject(&server)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

    void accepted() { early(Fault::After::Accept); }
    void encrypted() { early(Fault::After::Handshake); }

private:
    // The first fault is taken at accept, because it decides whether to read at all.
    void early(Fault::After stage)
    {
        if (!m_server.m_script && !m_hasFault) {
            m_fault = m_server.peek();
            if (m_fault.after < Fault::After::Head) {
                m_server.advance();
                m_hasFault = true;
            }
        }
        if (m_hasFault && m_fault.after == stage)
            act();
    }

    void read()
    {
        const QByteArray bytes = m_socket->readAll();
        m_server.m_received += bytes;
        m_waiting += bytes;
        if (!m_hasFault)
            readRequest();
    }

    void readRequest()
    {
        if (m_at < 0 && !readHead())
            return;
        SeenRequest &request = m_server.m_requests[m_at];
        const auto wanted = request.headers.value("content-length").toLongLong();
        if (m_hasFault)
            return; // the fault acts on the head; the body is only counted
        request.body = m_waiting.left(wanted);
        if (request.body.size() < wanted)
            return;
        m_waiting.remove(0, wanted);
        request.isWhole = true;
        take(request);
        act();
        Q_EMIT m_server.requestSeen();
    }

    bool readHead()
    {
        const auto end = m_waiting.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        SeenRequest request;
        request.connection = m_number;
        const auto lines = m_waiting.left(end).split('\n');
        m_waiting.remove(0, end + 4);
        const auto first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        m_at = m_server.m_requests.size();
        m_server.m_requests.append(request);
        if (!m_server.m_script && m_server.peek().after == Fault::After::Head) {
            take(request);
            const auto wanted = request.headers.value("content-length").toLongLong();
            m_server.m_requests[m_at].isWhole = m_waiting.size() >= wanted;
            act();
        }
        return true;
    }

    void take(const SeenRequest &request)
    {
        m_fault = m_server.m_script ? m_server.m_script(request) : m_server.advance();
        m_hasFault = true;
    }

    void act()
    {
        QTimer::singleShot(m_fault.delay, this, [this] { send(0); });
    }

    void send(qsizetype from)
    {
        if (m_fault.perByte.count() > 0 && from < m_fault.bytes.size()) {
            const auto head = m_fault.bytes.indexOf("\r\n\r\n") + 4;
            const auto count = from < head ? head : 1;
            m_socket->write(m_fault.bytes.mid(from, count));
            QTimer::singleShot(m_fault.perByte, this, [this, from, count] { send(from + count); });
            return;
        }
        if (m_fault.perByte.count() == 0)
            m_socket->write(m_fault.bytes);
        finish();
    }

    void finish()
    {
        if (m_fault.then == Fault::Then::KeepOpen) {
            m_hasFault = m_fault.bytes.isEmpty(); // a fault without bytes never answers
            m_at = -1;
            if (!m_hasFault && !m_waiting.isEmpty())
                readRequest();
            return;
        }
        m_socket->flush();
        if (m_fault.then == Fault::Then::Close) {
            m_socket->disconnectFromHost();
            return;
        }
        // The reset would discard bytes that the client has not read yet.
        constexpr std::chrono::milliseconds ReadTime{50};
        QTimer::singleShot(m_fault.bytes.isEmpty() ? std::chrono::milliseconds{0} : ReadTime, this,
                           [this] { reset(); });
    }

    void reset()
    {
        const linger now{1, 0};
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_socket->abort();
    }

    FaultServer &m_server;
    QTcpSocket *m_socket;
    int m_number;
    QByteArray m_waiting;
    Fault m_fault;
    qsizetype m_at = -1;
    bool m_hasFault = false;
};

FaultServer::FaultServer(QObject *parent)
    : QTcpServer(parent)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    play({Fault{}});
}

FaultServer::FaultServer(const QSslConfiguration &tls, QObject *parent)
    : FaultServer(parent)
{
    m_isTls = true;
    m_tls = tls;
}

void FaultServer::play(QList<Fault> faults)
{
    m_script = nullptr;
    m_faults = std::move(faults);
}

void FaultServer::play(Script script)
{
    m_script = std::move(script);
}

QUrl FaultServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_isTls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

int FaultServer::wholeRequests(const QByteArray &method) const
{
    int count = 0;
    for (const SeenRequest &request : m_requests)
        count += request.isWhole && (method.isEmpty() || request.method == method) ? 1 : 0;
    return count;
}

Fault FaultServer::peek() const
{
    return m_faults.value(0);
}

Fault FaultServer::advance()
{
    return m_faults.size() > 1 ? m_faults.takeFirst() : m_faults.value(0);
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    auto *socket = m_isTls ? new QSslSocket : new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    auto *connection = new Connection(*this, socket, m_connections++);
    connection->accepted();
    if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
        tls->setSslConfiguration(m_tls);
        connect(tls, &QSslSocket::encrypted, connection, [connection] { connection->encrypted(); });
        tls->startServerEncryption();
    } else {
        connection->encrypted();
    }
}

} // namespace rox::test
