// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/endpoint.h"
#include "network/signin/sessiontoken.h"

#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace rox {

struct CallbackAnswer;
struct CallbackHead;

/// One sign-in through the browser, as `roxctl central login` does it: listens on 127.0.0.1, at a
/// path that nobody can guess, for the browser that Central sends back with a session. The caller
/// opens the browser. Central sends nobody back when its identity provider refuses or the role is
/// denied: the user reads that in the browser, so offer Cancel.
///
/// The first GET of that path, under a name of this computer, counts; nothing else that comes in
/// ends the wait. Lives on the GUI thread.
class BrowserLogin : public QObject
{
    Q_OBJECT

public:
    struct Patience
    {
        std::chrono::milliseconds overall = std::chrono::minutes(5);
        std::chrono::milliseconds request = std::chrono::seconds(10); ///< for one to come in whole
    };

    explicit BrowserLogin(QObject *parent = nullptr)
        : BrowserLogin(Patience{}, parent)
    {}
    explicit BrowserLogin(Patience patience, QObject *parent = nullptr);
    ~BrowserLogin() override;

    /// Begins to listen, once for each object, and says which page of Central to open. An error
    /// (NoCallbackPort) if no port is to be had; then the handler is not called.
    ///
    /// Else it is called exactly once, from the event loop, unless `context` (nullptr: this) died
    /// or this was destroyed, with the session, or: Unauthenticated, with Central's text;
    /// EmptyReply, no token came; BrowserTimedOut; Cancelled.
    [[nodiscard]] Result<QUrl> start(const Endpoint &endpoint, QObject *context,
                                     Handler<SessionToken> handler);
    /// Until it times out; 0 when it is over.
    [[nodiscard]] qint64 remainingMs() const;
    /// Nobody is listened to any more.
    void cancel();

private:
    void accept();
    [[nodiscard]] CallbackAnswer judge(const CallbackHead &head);
    [[nodiscard]] bool isOurHost(QByteArrayView host) const;
    void settle(Result<SessionToken> outcome);
    void deliverSoon();
    void deliver();

    Patience m_patience;
    QTcpServer m_server;
    QTimer m_deadline;
    QTimer m_pagePatience;
    quint16 m_port = 0;
    QByteArray m_path; ///< "/cb/" and the nonce
    std::function<void(Result<SessionToken>)> m_handler;
    std::optional<Result<SessionToken>> m_outcome; ///< kept until the browser has its page
    bool m_isUsed = false;                         ///< the path was asked for
};

} // namespace rox
