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

/// One request and its whole answer, within the limits of time and bytes, from a trusted server. A
/// GET that failed on a kept connection without a byte of an answer is sent once more over a new
/// connection; no other request is. Calls `done` once, from the event loop. Deleting this object
/// ends the request without that call.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Answer &&)>;

    /// `path` is as Wire::request() takes it.
    struct Ask
    {
        QByteArray method;
        QByteArray path;
        QByteArray body;
        Secret cookie; ///< the header Cookie; empty: none
        /// The request leaves at most once. Its body and its answer may hold secrets.
        bool onceOnly = false;
        std::chrono::milliseconds transferTimeout{0};
        /// The answer may be gzip; the body is handed on without inflating it.
        bool takesGzip = false;
        /// The answer may take any time while Limits::minBytesPerSecond arrive; else it has to be
        /// complete within Limits::deadline.
        bool isLong = false;
        /// Of the body; 0: Limits::maxSmallBytes. A refusal has Limits::maxErrorBytes at most.
        qint64 maxBytes = 0;
    };

    Exchange(Wire &wire, Ask ask, Done done, QObject *parent);
    ~Exchange() override;

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
    Ask m_ask;                                  ///< without its secrets once it is sent
    std::shared_ptr<Connections> m_connections; ///< outlive the reply
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    Answer m_answer;
    bool m_isReused = false;           ///< its connections have brought answers before
    bool m_hasOpened = false;          ///< a new connection was made for it
    bool m_isRepeated = false;         ///< it was sent for the second time
    bool m_isLastOfConnection = false; ///< the server says that it closes the connection
    bool m_isWaiting = false;          ///< for proxy or authorities; nothing is sent
    qint64 m_startedMs = 0;
    qint64 m_bytesBefore = 0; ///< of the body, at the last checkProgress()
};

} // namespace rox
