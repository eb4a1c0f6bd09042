// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/apierror.h"
#include "models/values/keychainfailure.h"
#include "network/signin/sessiontoken.h"
#include "network/trust/trust.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rox {

class CredentialVault;
class SignIn;

/// Exchanges the refresh cookie of a profile that signs in through the browser for the next
/// session. A provider that rotates cookies has ended the old one by the time it answers. So the
/// exchange runs to its end even if all callers are gone, keeps the new cookie before it calls a
/// handler, and callers for the same profile share one exchange. Between processes a lock does the
/// same: after waiting for it the kept session is read again, and if another process has replaced
/// it meanwhile, that one is used.
class SessionRefresh : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        SessionToken session;
        /// Why the keychain, which had the old session, does not have this one. None: it has it, or
        /// did not have the old one.
        std::optional<KeychainFailure> notKept;
    };
    using Handler = std::function<void(Result<Outcome>)>;

    /// `refreshCookie` is the one that `vault` has for this profile; the next one is kept there.
    /// The handler is called once, not from inside the call, and not after `context` died.
    static void ask(const ServerProfile &profile, const Trust &trust, Secret refreshCookie,
                    CredentialVault *vault, QObject *context, Handler handler);

private:
    SessionRefresh(ServerProfile profile, const Trust &trust, Secret refreshCookie,
                   CredentialVault *vault);
    void takeLock();
    void readAgain();
    void exchange();
    void came(Result<SessionToken> session);
    void tell(const Result<Outcome> &outcome);

    ServerProfile m_profile;
    CredentialVault *m_vault; ///< and parent
    SignIn *m_signIn;
    Secret m_cookie;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_waitForLock;
    std::vector<std::function<void(const Result<Outcome> &)>> m_waiting;
};

} // namespace rox
