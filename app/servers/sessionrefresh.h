// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/apierror.h"
#include "models/values/keychainfailure.h"
#include "network/signin/sessiontoken.h"
#include "network/trust/trust.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace rox {

class CredentialVault;
class SignIn;

/// The next session of a profile that signs in through the browser. A provider that rotates refresh
/// cookies has ended the old one by the time it answers: so this goes on to its end whoever stops
/// waiting for it, and keeps the new cookie before it tells anybody. Those who ask for the same
/// profile meanwhile get the same answer.
class SessionRefresh : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        SessionToken session;
        /// Why the keychain, which had the session before, has this one not. None: it has it, or
        /// had none before.
        std::optional<KeychainFailure> notKept;
    };
    using Handler = std::function<void(Result<Outcome>)>;

    /// Keeps it in `vault`, as this profile's credential. The handler is called once, later, and
    /// not after `context` died.
    static void ask(const ServerProfile &profile, const Trust &trust, Secret refreshCookie,
                    CredentialVault *vault, QObject *context, Handler handler);

private:
    SessionRefresh(ServerProfile profile, const Trust &trust, CredentialVault *vault);
    void came(Result<SessionToken> session);
    void tell(const Result<Outcome> &outcome);

    ServerProfile m_profile;
    CredentialVault *m_vault; ///< and parent
    SignIn *m_signIn;
    std::vector<std::function<void(const Result<Outcome> &)>> m_waiting;
};

} // namespace rox
