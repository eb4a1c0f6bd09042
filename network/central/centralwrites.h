// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/generateoutcome.h"
#include "models/values/revokeverdict.h"

class QObject;

namespace rox {

/// The calls that change something at Central. Each goes on to its end if `context` dies, because
/// stopping would not take it back. Handlers and `context` are as CentralClient says.
class CentralWrites
{
public:
    virtual ~CentralWrites() = default;

    /// Leaves at most once (docs/architecture.md).
    virtual void generate(const TokenDraft &draft, QObject *context, GenerateHandler handler) = 0;
    /// Qt may send it twice, which Central takes as once. The verdict has been read back unless
    /// Central's own answer proves it, which takes as long as Limits::readBackAfter says.
    virtual void revoke(const QString &id, QObject *context, RevokeHandler handler) = 0;
};

} // namespace rox
