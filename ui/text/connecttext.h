// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/endpointinput.h"

#include <QString>

namespace rox {

/// What the form "Connect to Central" says beside its fields.

/// "Will connect to https://central.example, port 443.", the host as it goes on the wire.
[[nodiscard]] QString endpointHint(const Endpoint &endpoint);
/// What was left out of the endpoint that was typed, or added to it; empty if nothing was. Quotes
/// no part of it.
[[nodiscard]] QString endpointChanges(EndpointInput::Changes changes);
/// Why an endpoint cannot be used, in a form that has fields for user name, password and path.
/// Never quotes a part that may be a password.
[[nodiscard]] QString endpointProblem(Endpoint::Fault fault, const QString &typed);
/// "API token", "password", "browser", inside of a sentence.
[[nodiscard]] QString signInWord(SignInMethod method);
/// "4 min 31 s", "31 s": for a countdown.
[[nodiscard]] QString countdownWords(qint64 remainingMs);

} // namespace rox
