// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"
#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"
#include "models/values/utctime.h"
#include "network/keychain/credentialstore.h"

#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace rox {

struct CertificateQuestion
{
    QString server; ///< the name that the user gave it
    Endpoint endpoint;
    CertificateFacts shown;
    std::optional<CertificateFacts> known =
        {};                     ///< that was trusted before; none: no certificate was
    UtcMs trustedAt = NoTime;   ///< the known one
    bool keepInKeychain = true; ///< the credential
};

enum class CertificateAnswer { Trust, GiveCaFile, Refuse };

/// How a session in front asks a person. A session in the background only reports, by its state,
/// that it needs one. Handlers are not called after `context` died.
class UserPrompts
{
public:
    virtual ~UserPrompts() = default;

    virtual void askAboutCertificate(const CertificateQuestion &question, QObject *context,
                                     std::function<void(CertificateAnswer)> then) = 0;
    /// By the desktop's own prompt.
    virtual void askToUnlock(QObject *context, KeychainHandler<void> then) = 0;
    virtual void stopUnlocking() = 0;
    /// With another credential, or by another connection: in the form, which opens the server anew.
    virtual void askToSignIn(const ServerId &id) = 0;
    /// As askToSignIn(), for the file with Central's authority.
    virtual void askForCaFile(const ServerId &id) = 0;
};

} // namespace rox
