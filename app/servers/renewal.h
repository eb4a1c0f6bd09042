// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/signingin.h"
#include "models/values/retrypolicy.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace rox {

class CredentialVault;
class Session;

/// Keeps a session signed in: before its token ends, and when Central refuses it, the next one is
/// asked for with the refresh cookie or the password, whichever the keychain keeps. What may pass
/// is tried again, after growing pauses, until the token ends. Belongs to the session and goes with
/// it.
class Renewal : public QObject
{
    Q_OBJECT

public:
    Renewal(Session *session, ServerProfile profile, CredentialVault *vault, const Clock *clock);

    /// When the token in use ends; NoTime: it does not, as far as anybody knows.
    void setEnd(UtcMs endsAt);
    [[nodiscard]] UtcMs endsAt() const { return m_endsAt; }
    /// None: not by itself.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryIn() const;
    /// At once, as after Central refused the token. Once, until a list came.
    void renewRefused();

Q_SIGNALS:
    void renewed();
    /// It will end, or it is not kept in the keychain: a sentence.
    void said(const QString &sentence);

private:
    void followSession();
    void plan(UtcMs ahead);
    void renew();
    void signIn(StoredCredential credential);
    void take(SigningIn::Signed result);
    /// False: the token has ended.
    [[nodiscard]] bool triesAgain(std::chrono::milliseconds pause);
    void endWithout(); ///< of this try
    void sayEnd(const QString &why);

    Session *m_session;
    ServerProfile m_profile;
    CredentialVault *m_vault;
    const Clock *m_clock;
    UtcMs m_endsAt = NoTime;
    UtcMs m_pause;       ///< at least so long until the next try
    RetryPolicy m_retry; ///< of sign-ins that failed
    QTimer m_timer;
    bool m_renewing = false;
    bool m_triedRefused = false;
};

} // namespace rox
