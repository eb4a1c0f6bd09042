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

struct CallbackResponse;
struct CallbackHead;

/// One sign-in through the browser, like `roxctl central login`: listens on 127.0.0.1, at a random
/// path, for the browser that Central redirects there with a session. The caller opens the browser.
/// Central does not redirect when its identity provider refuses or the role is denied; only the
/// browser shows that, so offer Cancel.
///
/// The first GET of that path, with Host 127.0.0.1 or localhost, ends the wait; other requests do
/// not. Lives on the GUI thread.
class BrowserLogin : public QObject
{
    Q_OBJECT

public:
    struct Timeouts
    {
        std::chrono::milliseconds overall = std::chrono::minutes(5);
        std::chrono::milliseconds request = std::chrono::seconds(10); ///< for its head to arrive
    };

    explicit BrowserLogin(QObject *parent = nullptr)
        : BrowserLogin(Timeouts{}, parent)
    {}
    explicit BrowserLogin(Timeouts timeouts, QObject *parent = nullptr);
    ~BrowserLogin() override;

    /// Starts to listen and returns the page of Central to open. Call it once per object. Returns
    /// NoCallbackPort if no port is free; the handler is then not called.
    ///
    /// Otherwise the handler is called exactly once, from the event loop, unless `context`
    /// (nullptr: this) or this is destroyed first. Errors: Unauthenticated, with Central's text;
    /// EmptyReply, if no token arrived; BrowserTimedOut; Cancelled.
    [[nodiscard]] Result<QUrl> start(const Endpoint &endpoint, QObject *context,
                                     Handler<SessionToken> handler);
    /// Milliseconds until BrowserTimedOut; 0 after the end.
    [[nodiscard]] qint64 remainingMs() const;
    /// Ends the login with Cancelled.
    void cancel();

private:
    void accept();
    [[nodiscard]] CallbackResponse responseTo(const CallbackHead &head);
    [[nodiscard]] bool isOurHost(QByteArrayView host) const;
    void settle(Result<SessionToken> outcome);
    void deliverSoon();
    void deliver();

    Timeouts m_timeouts;
    QTcpServer m_server;
    QTimer m_deadline;
    QTimer m_pageTimeout;
    quint16 m_port = 0;
    QByteArray m_path; ///< "/cb/" and the nonce
    std::function<void(Result<SessionToken>)> m_handler;
    std::optional<Result<SessionToken>> m_outcome; ///< delivered once the browser has its page
    bool m_isUsed = false;                         ///< the callback path was requested
};

} // namespace rox
