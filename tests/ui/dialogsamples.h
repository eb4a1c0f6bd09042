// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/servers/serverfacts.h"
#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/clock.h"

/// Sample data for tests and previews.
namespace rox::samples {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override { return time; }
    UtcMs time = 1'787'647'320'000; ///< 2026-08-25T08:42:00Z
};

[[nodiscard]] ServerFacts server();
[[nodiscard]] QStringList allowedRoles();
[[nodiscard]] QList<RoleGrant> grants();
[[nodiscard]] Token token(const QString &name, const QStringList &roles, UtcMs expiresAt);
/// Three tokens; the last one is the token in use.
[[nodiscard]] QList<Token> threeTokens(UtcMs now);
/// Tokens named prefix-1, prefix-2, …
[[nodiscard]] QList<Token> manyTokens(const QString &prefix, int count, UtcMs now);
[[nodiscard]] ApiError escalation();

} // namespace rox::samples
