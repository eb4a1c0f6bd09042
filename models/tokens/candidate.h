// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

namespace rox {

/// A listed token that a generate with a lost answer may have made.
struct Candidate
{
    Token token;
    bool sameRoles = false; ///< as asked for
    UtcMs askedAt = NoTime; ///< when Central was asked to generate, by this computer's clock

    bool operator==(const Candidate &) const = default;
};

} // namespace rox
