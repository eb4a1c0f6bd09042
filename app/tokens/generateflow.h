// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/tokenevent.h"
#include "network/central/centralreads.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace rox {

class Session;
class TokenWrites;

/// One generate on one server, from the draft until the value was handed over. It goes on to its
/// end if the server is left meanwhile. A draft may be asked for again while Central refuses it.
class GenerateFlow : public QObject
{
    Q_OBJECT

public:
    /// How the value reached the user, as far as this program has done it.
    enum class HandOver {
        None,    ///< shown at most
        Copied,  ///< to the clipboard
        Saved,   ///< to a file, and read back
        Revoked, ///< the user revokes the token instead
    };

    /// `writes` outlives this object.
    GenerateFlow(TokenWrites *writes, Session *session, QObject *parent = nullptr);

    void askForRoles();
    void generate(const TokenDraft &draft);
    /// Each generate() from now on is a step of this rotation.
    void setChain(const QUuid &chain) { m_chain = chain; }

    /// Null once it is gone.
    [[nodiscard]] Session *session() const;
    /// Central can still be asked.
    [[nodiscard]] bool hasSession() const;
    [[nodiscard]] const ServerFacts &server() const { return m_server; }
    [[nodiscard]] bool isAsking() const { return m_isAsking; }

    /// After Made: the value, which is moved out of here.
    [[nodiscard]] Secret takeValue() { return std::move(m_value); }
    /// After Made: Central set another expiration than asked.
    [[nodiscard]] bool isExpirationIgnored() const { return m_isExpirationIgnored; }
    /// The value reached the user so; the last word counts.
    void setHandOver(HandOver how) { m_handOver = how; }
    /// The value is not shown any more.
    void endHandOver() { Q_EMIT handedOver(m_handOver); }

Q_SIGNALS:
    void rolesRead(const rox::AllowedRoles &roles);
    void rolesFailed(const rox::ApiError &error);
    /// Central was asked. After Refused and NotSent generate() may be called again; after ValueLost
    /// and MayBeCreated TokenWrites::openGenerates() has the intent.
    void settled(const rox::GenerateEvent &event);
    void handedOver(rox::GenerateFlow::HandOver how);
    /// The session was retired while Central was not being asked: generate() does nothing any more.
    void left();

private:
    void settle(GenerateOutcome &&outcome);

    TokenWrites *m_writes;
    QPointer<Session> m_session;
    ServerFacts m_server;
    QUuid m_chain;
    bool m_isAsking = false;
    GenerateEvent m_event; ///< of the last generate()
    Secret m_value;
    bool m_isExpirationIgnored = false;
    HandOver m_handOver = HandOver::None;
};

} // namespace rox
