// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/signinflow.h"
#include "models/servers/serverevent.h"
#include "models/values/retrypolicy.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace rox {

class CredentialVault;
class Session;

/// Renews the token of a session before it ends, and when Central refuses it, with the refresh
/// cookie or the password from the keychain. Transient failures are tried again after growing
/// pauses, also when the token has ended meanwhile. A child of the session.
class Renewal : public QObject
{
    Q_OBJECT

public:
    Renewal(Session *session, ServerProfile profile, CredentialVault *vault, const Clock *clock);

    /// When the token in use ends; NoTime: not known, or never.
    void setEnd(UtcMs endsAt);
    [[nodiscard]] UtcMs endsAt() const { return m_endsAt; }
    /// Nothing: no try is planned.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryIn() const;
    /// Central refused the token: renews at once. After a verdict (a new token, a refused password
    /// or cookie, no credential) it does nothing until a list was read.
    void renewRefused();

Q_SIGNALS:
    void renewed();
    void happened(const rox::ServerEvent &event);

private:
    void followSession();
    void plan(UtcMs ahead);
    void renew();
    void signIn(StoredCredential credential);
    void take(SignInFlow::Signed result);
    void tryAgainIn(std::chrono::milliseconds pause);
    void signInFailed(const ApiError &error);
    void notRead(const KeychainFailure &why);
    void endTry();
    void settleRefusal();
    [[nodiscard]] ServerEvent event(ServerEvent::Kind kind) const;
    void tellEnd(const ServerEvent &event);

    Session *m_session;
    ServerProfile m_profile;
    CredentialVault *m_vault;
    const Clock *m_clock;
    UtcMs m_endsAt = NoTime;
    UtcMs m_pause;       ///< the shortest wait before the next try
    RetryPolicy m_retry; ///< of failed sign-ins
    QTimer m_timer;
    bool m_renewing = false;
    bool m_isForRefusal = false;     ///< Central refused the token, and there is no verdict yet
    bool m_isRefusalSettled = false; ///< there was a verdict, and no list since
};

} // namespace rox
