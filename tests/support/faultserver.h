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

/// A request that a FaultServer has read.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< number of its connection, from 0
    bool isWhole = false;
};

/// The reaction of a FaultServer to one request.
struct Fault
{
    /// The stage at which the server reacts.
    enum class After { Accept, Handshake, Head, Body };
    enum class Then { KeepOpen, Close, Reset };

    After after = After::Body;
    QByteArray bytes = {}; ///< sent raw
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds perByte{0}; ///< not 0: sends the body byte by byte with this pause
    Then then = Then::KeepOpen;           ///< after the bytes were sent
};

/// A whole HTTP/1.1 response with Content-Length.
[[nodiscard]] QByteArray httpReply(int status, const QByteArray &body,
                                   const QByteArray &type = "application/json",
                                   const QByteArray &moreHeaders = {});
/// A response with Central's error object.
[[nodiscard]] QByteArray centralError(int status, int code, const QByteArray &message);

/// An HTTP/1.1 server on loopback, with or without TLS, that misbehaves as scripted and records the
/// bytes that it receives. Runs in the test's event loop.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<Fault(const SeenRequest &)>;

    /// A plain HTTP server. Listens at once.
    explicit FaultServer(QObject *parent = nullptr);
    /// A TLS server. Listens at once.
    explicit FaultServer(const QSslConfiguration &tls, QObject *parent = nullptr);

    /// One fault per request (per connection for After::Accept and After::Handshake); repeats the
    /// last.
    void play(QList<Fault> faults);
    /// Calls the script for each complete request and applies the fault that it returns.
    void play(Script script);

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    /// The number of complete requests.
    [[nodiscard]] int wholeRequests(const QByteArray &method = {}) const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// All received bytes, decrypted.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

Q_SIGNALS:
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
