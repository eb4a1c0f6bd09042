// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/connectionage.h"

#include <QNetworkAccessManager>

namespace rox {

/// The connections to one Central that requests share or, if it is made for one request, that
/// belong to this one alone; and what is known of them.
class Connections final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// One of them came through the handshake.
    [[nodiscard]] bool wereEncrypted() const { return m_wereEncrypted; }
    void noteEncrypted() { m_wereEncrypted = true; }
    /// An answer came by them: what follows may use one that is open, and may have died since.
    [[nodiscard]] bool haveAnswered() const { return m_haveAnswered; }
    void noteAnswered() { m_haveAnswered = true; }

    /// Of a request that leaves.
    void noteRequest()
    {
        ++m_requests;
        touch();
    }
    /// Bytes went, or came.
    void touch() { m_age.touch(ConnectionAge::Time::now()); }
    /// Not to be used again: idle for so long, or the computer slept meanwhile.
    [[nodiscard]] bool areStale(std::chrono::milliseconds longestIdle) const
    {
        return m_age.isOver(ConnectionAge::Time::now(), longestIdle);
    }
    [[nodiscard]] bool haveSlept() const { return m_age.hasSlept(ConnectionAge::Time::now()); }
    /// As many requests have left as gateways let pass by one connection (100, in some). Over
    /// HTTP/2 a gateway then fails requests that it did not take, and Qt never sends the next ones.
    [[nodiscard]] bool areWorn() const { return m_requests >= MostRequests; }

    /// The server takes no more requests by them.
    void end() { Q_EMIT ended(); }

Q_SIGNALS:
    void ended();

private:
    static constexpr int MostRequests = 90;

    ConnectionAge m_age;
    int m_requests = 0;
    bool m_wereEncrypted = false;
    bool m_haveAnswered = false;
};

} // namespace rox
