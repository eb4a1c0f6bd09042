// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "ui/widgets/card.h"

namespace rox {

/// The token that is rotated: name, id, issue, roles, expiry.
[[nodiscard]] Card *oldTokenHead(const Token &token, UtcMs now, QWidget *parent);

} // namespace rox
