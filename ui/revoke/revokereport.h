// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"
#include "models/servers/serverfacts.h"

namespace rox {

/// What became of every token, of all parts of a revocation, as text to paste: the server, the
/// heading of the result, and a line for each token with its name, the first 8 characters of its
/// id, the outcome and when Central was asked. Columns are apart by tabs; times are the user's.
/// Server text in it is visible text. There is no secret in it.
[[nodiscard]] QString revokeReport(const RevokeListModel &model, const ServerFacts &server,
                                   UtcMs now);

} // namespace rox
