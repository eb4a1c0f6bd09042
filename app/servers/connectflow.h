// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/serverservices.h"
#include "ui/connect/connectdialog.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace rox {

/// From the form "Connect to Central" to a profile that is kept: settles the certificate, signs
/// in, keeps the credential, and only then the profile. Whatever fails leaves the form as it is,
/// and what was kept before untouched.
class ConnectFlow : public QObject
{
    Q_OBJECT

public:
    ConnectFlow(const ServerServices *parts, QObject *parent);

    /// With what is known already filled in; its id is the new profile's.
    /// `caFileProblem`: a sentence beside the field of the CA file, which gets the keyboard then.
    void add(const ServerProfile &draft, const QString &caFileProblem = {});
    /// `isKept`: false if its credential was just found missing, or refused. False: there is no
    /// such profile, or another form is open.
    bool edit(const ServerId &id, bool isKept = true);
    /// As edit(), with the keyboard in the field of the CA file; `why` stands beside it, a
    /// sentence.
    void askForCaFile(const ServerId &id, const QString &why = {});
    /// As edit(), but asks for the credential alone. `why`: a sentence.
    void signInTo(const ServerId &id, const QString &why);
    /// Makes a profile of what is connected for this run only. `inUse` signs it in again unless
    /// something else is typed.
    void keepConnection(const ServerProfile &draft, StoredCredential inUse);
    /// The result of the sign-in: once, from inside connected().
    [[nodiscard]] SignInFlow::Signed take() { return std::move(m_signed); }

Q_SIGNALS:
    /// A profile was added or changed, and its credential with it.
    void connected(const rox::ServerId &id);
    /// This server is there already.
    void goThere(const rox::ServerId &id);
    /// Connected, but profile or credential could not be kept: a sentence.
    void notKept(const QString &sentence);

private:
    /// False: another form is open.
    bool open(ConnectDialog::Purpose purpose, const ServerProfile &profile);
    void connectDialog();
    void tellOthers(const ServerId &id);
    void probeKeychain();
    void connectTo(const ServerProfile &profile, const Secret &typed);
    void cancel();
    [[nodiscard]] bool onlyRenames(const ServerProfile &profile, const Secret &typed) const;
    void rename(const ServerProfile &profile);
    /// The keychain if the user chose it and it can be used, else memory.
    [[nodiscard]] CredentialVault::Place placeFor(const ServerProfile &profile) const;
    void signInAsBefore(const ServerProfile &profile, bool mayUnlock);
    void sayNotRead(const ServerProfile &profile, KeychainState state);
    void connectSigning();
    void signIn(const ServerProfile &profile, StoredCredential credential);
    void sayFailure(const ServerProfile &profile, const ApiError &error);
    void endSigning();
    void sayCaFileMissing(const QString &why = {});
    void keep(bool mayUnlock);
    void unlock(const std::function<void(const KeychainResult<void> &)> &then);
    void sayNotKept(const KeychainFailure &failure);
    void keepProfile();
    void forgetOld();
    void finish();
    void closed();

    const ServerServices *m_parts;
    QPointer<ConnectDialog> m_dialog;
    QPointer<SignInFlow> m_signing;
    std::optional<ServerProfile> m_old; ///< Edit only
    struct InUse
    {
        ServerProfile profile; ///< what the credential was given for
        StoredCredential credential;
    };
    std::optional<InUse> m_inUse;   ///< Keep only
    bool m_credentialStays = false; ///< Edit only: the keychain has it already
    bool m_isTyped = false;         ///< the credential of this attempt was typed
    int m_attempt = 0;              ///< answers to an earlier attempt are dropped
    /// The rule by which a person trusted a certificate in this form. It is dropped when trust or
    /// endpoint in the form change.
    struct Trusted
    {
        TrustRule rule;
        TrustRule formSaid;
        Endpoint endpoint;
    };
    std::optional<Trusted> m_trusted;
    SignInFlow::Signed m_signed;
};

} // namespace rox
