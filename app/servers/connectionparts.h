// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/profiles/profilestore.h"
#include "app/servers/credentialvault.h"
#include "app/servers/signingin.h"

namespace rox {

class MainWindow;

/// What connections are made of; all of it outlives them.
struct ConnectionParts
{
    MainWindow *window = nullptr;
    ProfileStore *profiles = nullptr;
    CredentialVault *vault = nullptr;
    const Clock *clock = nullptr;
    SigningIn::PageOpener openPage = {}; ///< empty: the desktop's browser
};

} // namespace rox
