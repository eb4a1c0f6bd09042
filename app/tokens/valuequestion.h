// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotation.h"
#include "models/values/secret.h"
#include "network/central/centralclient.h"

namespace rox {

/// Asks the Central of `known` who this value of an API token is: once, with `limits`, over a
/// connection of its own with the same endpoint and trust. The value goes nowhere else. `parent`
/// owns the request; the handler is not called after it died.
void askWithValue(const CentralClient &known, const Secret &value, const Limits &limits,
                  QObject *parent, Handler<Identity> handler);

/// What this answer to the value says of the successor.
[[nodiscard]] SuccessorCheck checkOf(const Result<Identity> &who, const Token &successor,
                                     UtcMs now);

} // namespace rox
