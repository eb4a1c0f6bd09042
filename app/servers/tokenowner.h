// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"

#include <QString>

namespace rox {

class ServerDirectory;
class SessionPool;

/// Why the server of `form` would refuse this API token: it is a token of another server. Known by
/// its id, which the list of the other server has, and the list of this one has not, though it was
/// asked for after the token was issued. So a Central with two addresses is not taken for two.
/// A sentence; empty if the token may be one of this server.
[[nodiscard]] QString whyTokenOfAnother(const Secret &token, const ServerProfile &form,
                                        const ServerDirectory &directory,
                                        const SessionPool &sessions);

} // namespace rox
