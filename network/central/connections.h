// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/connectionage.h"

#include <QNetworkAccessManager>

namespace rox {

/// An access manager with its connections to one Central, shared by requests or made for a single
/// one, and what is known of these connections.
class Connections final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// The handshake of one of them succeeded.
    [[nodiscard]] bool wereEncrypted() const { return m_wereEncrypted; }
    void noteEncrypted() { m_wereEncrypted = true; }
    /// An answer came over one of them, so the next request may use a connection that was kept open
    /// and has died since.
    [[nodiscard]] bool haveAnswered() const { return m_haveAnswered; }
    void noteAnswered() { m_haveAnswered = true; }

    /// To be called for each request.
    void noteRequest()
    {
        ++m_requests;
        touch();
    }
    /// Bytes were sent or received.
    void touch() { m_age.touch(ConnectionAge::Time::now()); }
    /// Not to be used again: idle for `longestIdle`, or the computer slept meanwhile.
    [[nodiscard]] bool areStale(std::chrono::milliseconds longestIdle) const
    {
        return m_age.isOver(ConnectionAge::Time::now(), longestIdle);
    }
    [[nodiscard]] bool haveSlept() const { return m_age.hasSlept(ConnectionAge::Time::now()); }
    /// As many requests have left as some gateways take over one connection (100). Over HTTP/2 such
    /// a gateway then fails requests that it did not take, and Qt never sends the next ones.
    [[nodiscard]] bool areWorn() const { return m_requests >= MaxRequests; }

    /// The server takes no more requests over them.
    void end() { Q_EMIT ended(); }

Q_SIGNALS:
    void ended();

private:
    static constexpr int MaxRequests = 90;

    ConnectionAge m_age;
    int m_requests = 0;
    bool m_wereEncrypted = false;
    bool m_haveAnswered = false;
};

} // namespace rox
