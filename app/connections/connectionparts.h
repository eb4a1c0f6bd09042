// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/connections/signingin.h"
#include "app/profilestore.h"
#include "models/values/keychainstate.h"
#include "network/credentialstore.h"
#include "network/sessiononlystore.h"

namespace rox {

class MainWindow;

/// What connections are made of; all of it outlives them.
struct ConnectionParts
{
    MainWindow *window = nullptr;
    ProfileStore *profiles = nullptr;
    CredentialStore *keychain = nullptr;
    /// In memory: for profiles that keep nothing, and while the keychain cannot be used.
    SessionOnlyStore *thisRun = nullptr;
    const Clock *clock = nullptr;
    SigningIn::PageOpener openPage = {}; ///< empty: the desktop's browser

    [[nodiscard]] CredentialStore *storeOf(const ServerProfile &profile) const
    {
        if (profile.keepInKeychain && !thisRun->has(profile.credentialKey()))
            return keychain;
        return thisRun;
    }
};

} // namespace rox
