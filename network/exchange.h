// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/answer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QNetworkAccessManager;
class QSslError;

namespace rox {

class RequestBody;
class Wire;

/// One request and its whole answer, under the limits: time, bytes, and a certificate that is
/// trusted. Calls back once, from the event loop and never from inside a call of ours or Qt's;
/// never after it was deleted, which ends the request.
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
    };

    Exchange(Wire &wire, Ask ask, Done done, QObject *parent);
    ~Exchange() override;

    /// Ends it with Answer::End::Cancelled, if it has not ended.
    void cancel();

private:
    void send();
    void judgeCertificate(const QList<QSslError> &errors);
    void noteCertificate();
    void collect();
    void stop(Answer::End end);
    [[nodiscard]] bool isUnexplained() const;
    void finish();
    void readHead();

    Wire &m_wire;
    Done m_done;
    Ask m_ask;                                        ///< its secrets until it is sent
    std::shared_ptr<QNetworkAccessManager> m_manager; // outlives the reply
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    Answer m_answer;
    bool m_isWaiting = false; ///< for the authorities of this computer: nothing is sent yet
    bool m_wasSentAgain = false;
    qint64 m_startedMs = 0;
};

} // namespace rox
