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

/// A Central as the user has set it up. Holds no secret: that lies in the keychain, under
/// credentialKey().
struct ServerProfile
{
    QUuid id; ///< what settings and history call it
    /// A new one for each attempt to keep a credential: it lies beside the one before, which is
    /// good until the profile that names the new one is kept. Null: none was kept yet.
    QUuid credentialId;
    /// credentialPurpose() when the credential was kept. Empty: none was kept yet.
    QString keptFor;
    QString name;
    QString colorName; ///< of serverColor()
    Endpoint endpoint;
    SignInMethod signIn = SignInMethod::ApiToken;
    QString userName; ///< Password only
    TrustRule trust;
    bool keepInKeychain = true;

    bool operator==(const ServerProfile &) const = default;

    /// A digest of origin, sign-in method and user name: what a credential is given for.
    [[nodiscard]] QString credentialPurpose() const;
    /// Where a credential is looked up and written. Another origin, method or user name is another
    /// key, so a credential is never found for what it was not given for.
    [[nodiscard]] QString credentialKey() const;
    /// Where the credential was kept, to forget it. Never read from: it is what the file says.
    [[nodiscard]] QString keptCredentialKey() const;
    /// Origin, method or user name were changed since, and not by this program.
    [[nodiscard]] bool wasChangedOutside() const { return keptCredentialKey() != credentialKey(); }
    /// For the credential that is about to be kept for what the profile says now.
    void beginCredential();
};

} // namespace rox
