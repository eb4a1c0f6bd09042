// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/keychainfailure.h"
#include "models/values/utctime.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace rox {

/// Something happened to a server's sign-in or profile that the user should know. Facts only: the
/// words are made by serverEventText().
struct ServerEvent
{
    enum class Kind {
        SignInNotRenewed,    ///< it ends at `at`, because of `error` or `keychain`
        SignInNotKept,       ///< it goes on, but is not in the keychain, because of `keychain`
        RemovedNotForgotten, ///< the keychain service is missing, so its credential is still there
        NotRemoved,          ///< because of `keychain`
        NotImported,         ///< because of `keychain`
        NothingToImport,     ///< roxctl is signed in to no Central
        AllImported,         ///< every Central of roxctl has a profile
        ImportProblem,       ///< `detail`: remarks of readRoxctlConfig()
        ProfilesNotSaved,    ///< `detail`: the error of ProfileStore
    };

    Kind kind = Kind::SignInNotRenewed;
    QUuid server = {}; ///< null: none in particular
    QString name = {}; ///< of the server
    UtcMs at = NoTime;
    std::optional<ApiError> error = {};
    std::optional<KeychainFailure> keychain = {};
    QString detail = {};

    /// About the session of a server, not about its profile.
    [[nodiscard]] bool isOfSignIn() const
    {
        return kind == Kind::SignInNotRenewed || kind == Kind::SignInNotKept;
    }
};

} // namespace rox

Q_DECLARE_METATYPE(rox::ServerEvent)
