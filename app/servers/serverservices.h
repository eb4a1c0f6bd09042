// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/credentialvault.h"
#include "app/servers/serverdirectory.h"
#include "app/servers/signinflow.h"

class QWidget;

namespace rox {

class SessionPool;

/// The objects that the flows of servers work with; all of them outlive the flows.
struct ServerServices
{
    QWidget *window = nullptr; ///< parent of the forms
    ServerDirectory *directory = nullptr;
    ProfileStore *profiles = nullptr; ///< read only; changes go through the directory
    CredentialVault *vault = nullptr;
    const Clock *clock = nullptr;
    UserPrompts *prompts = nullptr;
    const SessionPool *sessions = nullptr; ///< what is known of the tokens of each server
    SignInFlow::PageOpener openPage = {};  ///< empty: the desktop's browser
};

} // namespace rox
