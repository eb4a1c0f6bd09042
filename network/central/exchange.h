// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/answer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QSslError;

namespace rox {

class Connections;
class RequestBody;
class Wire;

/// One request and its whole answer, under the limits: time, bytes, and a certificate that is
/// trusted. A GET that died on a kept connection, without a byte of an answer, is sent once more
/// over a new one; nothing else is. Calls back once, from the event loop and never from inside a
/// call of ours or Qt's; never after it was deleted, which ends the request.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Answer &&)>;

    /// What is sent. `path` as Wire::request takes it.
    struct Ask
    {
        QByteArray method;
        QByteArray path;
        QByteArray body;
        Secret cookie; ///< sent as Cookie if not empty
        /// Leaves once at most; its body and its answer may hold secrets.
        bool onceOnly = false;
        std::chrono::milliseconds transferTimeout{0};
        /// A body of gzip is as welcome; it is handed on as it came.
        bool takesGzip = false;
        /// It may take as long as it needs while bytes come, Limits::minBytesPerSecond of them;
        /// else it has to be whole within Limits::deadline.
        bool isLong = false;
        /// Most bytes of the body; 0: Limits::maxSmallBytes. Limits::maxErrorBytes beside it.
        qint64 maxBytes = 0;
    };

    Exchange(Wire &wire, Ask ask, Done done, QObject *parent);
    ~Exchange() override;

    /// Ends it with Answer::End::Cancelled, if it has not ended.
    void cancel();

private:
    void send();
    [[nodiscard]] std::shared_ptr<Connections> choose(QNetworkRequest &request);
    [[nodiscard]] bool isUnheardRead() const;
    [[nodiscard]] bool diedUnheard() const;
    void repeat();
    void judgeCertificate(const QList<QSslError> &errors);
    void noteCertificate();
    void collect();
    [[nodiscard]] qint64 maxBytes() const;
    void checkProgress();
    void giveUpWaiting();
    void stop(Answer::End end);
    [[nodiscard]] bool isUnexplained() const;
    void finish();
    void readHead();

    Wire &m_wire;
    Done m_done;
    Ask m_ask;                                  ///< its secrets until it is sent
    std::shared_ptr<Connections> m_connections; // outlive the reply
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    Answer m_answer;
    bool m_isReused = false;   ///< its connections had brought answers before
    bool m_hasOpened = false;  ///< it waited for the handshake of a new connection
    bool m_isRepeated = false; ///< this is the second time
    bool m_isWaiting = false;  ///< for the proxy or the authorities: nothing is sent yet
    qint64 m_startedMs = 0;
    qint64 m_bytesBefore = 0; ///< of the body, when the time was last looked at
};

} // namespace rox
