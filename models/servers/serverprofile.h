// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"
#include "models/values/trustrule.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace rox {

inline constexpr qsizetype MaxNameLength = 200;
inline constexpr qsizetype CredentialPurposeLength = 32; ///< hexadecimal digits

enum class SignInMethod { ApiToken, Password, Browser };

/// The settings of one Central. Holds no secret: the keychain stores the credential under
/// credentialKey().
struct ServerProfile
{
    QUuid id; ///< identifies the profile in settings and history
    /// New for each attempt to store a credential. The old credential stays in the keychain until
    /// the profile with the new id is saved. Null: no credential was stored yet.
    QUuid credentialId;
    /// credentialPurpose() when the credential was stored. Empty: none was stored yet.
    QString keptFor;
    QString name;
    QString colorName; ///< a name that serverColor() takes
    Endpoint endpoint;
    SignInMethod signIn = SignInMethod::ApiToken;
    QString userName; ///< Password only
    TrustRule trust;
    bool keepInKeychain = true;

    bool operator==(const ServerProfile &) const = default;

    /// A digest of origin, sign-in method and user name, which a credential is bound to.
    [[nodiscard]] QString credentialPurpose() const;
    /// The keychain key to read and write. It depends on credentialPurpose(), so a credential is
    /// never sent to another origin, or with another method or user name.
    [[nodiscard]] QString credentialKey() const;
    /// The key that the file names for the stored credential: only to delete it, never to read.
    [[nodiscard]] QString keptCredentialKey() const;
    /// Another program changed origin, method or user name after the credential was stored.
    [[nodiscard]] bool wasChangedOutside() const { return keptCredentialKey() != credentialKey(); }
    /// Sets credentialId and keptFor for a credential that is about to be stored.
    void beginCredential();
};

} // namespace rox
