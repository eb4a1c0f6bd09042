// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// Replaces possible credentials by "[redacted]": JWTs, whole or cut; the values of Bearer and
/// Basic, and of any name that ends in token, password or secret (token=…, "refreshToken":"…", the
/// cookie RoxRefreshToken; also percent-encoded, even twice); PEM private keys; user and password
/// of a URL. Keeps UUIDs, fingerprints, host names, versions and words. When in doubt it redacts.
/// Idempotent; linear in the length for any input.
[[nodiscard]] QString redacted(const QString &text);

} // namespace rox
