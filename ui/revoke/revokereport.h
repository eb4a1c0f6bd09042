// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"
#include "models/servers/serverfacts.h"

namespace rox {

/// The result of a revocation, of all its parts, as text to paste: the server, the heading, and a
/// line for each token with name, the first 8 characters of the id, outcome, and when Central was
/// asked. Columns are separated by tabs; times are local. Texts of the server are made visible; no
/// secret is in it.
[[nodiscard]] QString revokeReport(const RevokeListModel &model, const ServerFacts &server,
                                   UtcMs now);

} // namespace rox
