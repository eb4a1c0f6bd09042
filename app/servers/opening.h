// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/serverdirectory.h"
#include "app/servers/signinflow.h"
#include "models/values/keychainfailure.h"

#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace rox {

/// How a Session gets its credential: the keychain is read or unlocked and the sign-in made, and
/// what stood in the way stays to be asked for. One certificate can be settled here too, also for
/// a session that has started.
class Opening : public QObject
{
    Q_OBJECT

public:
    /// `vault` has the credential of a profile; null: the connection of this run is given later.
    Opening(CredentialVault *vault, const Clock *clock, QObject *parent);
    ~Opening() override;

    /// Forgets what stood in the way before. A connection of this run has no profile to read the
    /// credential of: it waits for end() or fail().
    void begin(const std::optional<ServerProfile> &profile);
    void unlock(UserPrompts *prompts);
    /// Probes the certificate that Central shows now and asks a person about it. Ignored during
    /// a sign-in.
    void settle(const ServerEntry &entry, UserPrompts *prompts);
    void fail(const ApiError &error);
    void end();  ///< silent: the session has a connection
    void stop(); ///< silent: no answer is waited for any more

    /// Something is under way, so that begin() has to wait.
    [[nodiscard]] bool isBusy() const { return m_isOpening || m_isUnlocking || m_signing; }
    [[nodiscard]] bool isOpening() const { return m_isOpening; }
    [[nodiscard]] bool isUnlocking() const { return m_isUnlocking; }
    [[nodiscard]] bool isSettling() const { return m_isSettling; }
    /// What is waited for, a sentence; empty: the keychain.
    [[nodiscard]] const QString &step() const { return m_step; }
    /// Why it could not be opened; at most one of the two is set.
    [[nodiscard]] const std::optional<KeychainFailure> &keychainFailure() const
    {
        return m_keychainFailure;
    }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    /// The credential is known to be missing, or Central refuses it.
    [[nodiscard]] bool lacksCredential() const;
    /// Once, after signedIn().
    [[nodiscard]] SignInFlow::Signed take() { return std::move(m_signed); }

Q_SIGNALS:
    void changed(); ///< isOpening(), isUnlocking(), step(), or what stood in the way
    void signedIn();
    void unlocked();        ///< the keychain, so that it can be read
    void settlingChanged(); ///< isSettling(); not after trustSettled()
    void trustSettled(const rox::ServerProfile &profile);
    void settlingFailed(const rox::ApiError &error);

private:
    void readCredential(const ServerProfile &profile);
    void signIn(const ServerProfile &profile, StoredCredential credential);
    SignInFlow *beginSigning(SignInFlow::Purpose purpose, const ServerProfile &profile,
                             StoredCredential credential, UserPrompts *prompts);
    void endSigning();
    void stopAt(const KeychainFailure &failure);

    CredentialVault *m_vault;
    const Clock *m_clock;
    std::unique_ptr<QObject> m_asked =
        std::make_unique<QObject>(); ///< context of what is waited for; null once stopped
    SignInFlow *m_signing = nullptr;
    SignInFlow::Signed m_signed;
    QString m_step;
    bool m_isOpening = false;
    bool m_isUnlocking = false;
    bool m_isSettling = false;
    std::optional<KeychainFailure> m_keychainFailure;
    std::optional<ApiError> m_error;
};

} // namespace rox
