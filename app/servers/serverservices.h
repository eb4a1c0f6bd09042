// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/credentialvault.h"
#include "app/servers/serverdirectory.h"
#include "app/servers/signinflow.h"

class QWidget;

namespace rox {

/// What connections are made of; all of it outlives them.
struct ServerServices
{
    QWidget *window = nullptr; ///< over which forms open
    ServerDirectory *directory = nullptr;
    ProfileStore *profiles = nullptr; ///< to read; the directory changes it
    CredentialVault *vault = nullptr;
    const Clock *clock = nullptr;
    UserPrompts *prompts = nullptr;
    SignInFlow::PageOpener openPage = {}; ///< empty: the desktop's browser
};

} // namespace rox
