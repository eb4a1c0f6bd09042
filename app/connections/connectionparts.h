// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/connections/signingin.h"
#include "app/profilestore.h"
#include "models/values/keychainstate.h"
#include "network/credentialstore.h"

namespace rox {

class MainWindow;

/// What connections are made of; all of it outlives them.
struct ConnectionParts
{
    MainWindow *window = nullptr;
    ProfileStore *profiles = nullptr;
    CredentialStore *keychain = nullptr;
    CredentialStore *thisRun = nullptr; ///< in memory, for profiles that keep nothing
    const Clock *clock = nullptr;
    SigningIn::PageOpener openPage = {}; ///< empty: the desktop's browser

    [[nodiscard]] CredentialStore *storeOf(const ServerProfile &profile) const
    {
        return profile.keepInKeychain ? keychain : thisRun;
    }
};

} // namespace rox
