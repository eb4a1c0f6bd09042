// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <functional>

namespace rox::test {

/// One request that a FaultServer read.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< counts from 0
    bool isWhole = false;
};

/// What a FaultServer does about one request.
struct Fault
{
    /// How far it lets the client come before it acts.
    enum class After { Accept, Handshake, Head, Body };
    enum class Then { KeepOpen, Close, Reset };

    After after = After::Body;
    QByteArray bytes = {}; ///< sent raw
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds perByte{0}; ///< not 0: after the head, one byte at a time
    Then then = Then::KeepOpen;           ///< once the bytes are out
};

/// "HTTP/1.1 …" with Content-Length, as a whole.
[[nodiscard]] QByteArray httpReply(int status, const QByteArray &body,
                                   const QByteArray &type = "application/json",
                                   const QByteArray &moreHeaders = {});
/// Central's body of a refusal, with its status.
[[nodiscard]] QByteArray centralError(int status, int code, const QByteArray &message);

/// An HTTP/1.1 server on loopback, with or without TLS, that misbehaves as it is told, and keeps
/// count of what reached it. Lives in the test's own event loop.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<Fault(const SeenRequest &)>;

    /// Plain HTTP. Listens at once.
    explicit FaultServer(QObject *parent = nullptr);
    /// TLS.
    explicit FaultServer(const QSslConfiguration &tls, QObject *parent = nullptr);

    /// One fault for each request (for After::Accept and After::Handshake, for each connection);
    /// the last one for all that follow.
    void play(QList<Fault> faults);
    /// Whatever the script says, once a request is whole.
    void play(Script script);

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    /// Requests of which every byte arrived.
    [[nodiscard]] int wholeRequests(const QByteArray &method = {}) const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Every plaintext byte that came in.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

signals:
    void requestSeen();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;
    friend class Connection;
    [[nodiscard]] Fault peek() const;
    Fault advance();

    bool m_isTls = false;
    QSslConfiguration m_tls;
    QList<Fault> m_faults;
    Script m_script;
    QList<SeenRequest> m_requests;
    QByteArray m_received;
    int m_connections = 0;
};

} // namespace rox::test
