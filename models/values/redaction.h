// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// The text with "[redacted]" in place of whatever may be a credential: JWTs, whole or cut; the
/// values of Bearer and Basic, and of any name that ends in token, password or secret (token=…,
/// "refreshToken":"…", the cookie RoxRefreshToken, also percent-encoded, and twice); PEM private
/// keys; user and password of a URL. UUIDs, fingerprints, host names, versions and words stay.
/// In doubt more goes than must. Idempotent; linear in the length, whatever stands in it.
[[nodiscard]] QString redacted(const QString &text);

} // namespace rox
