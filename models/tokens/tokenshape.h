// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

namespace rox {

/// A JWT stands in this text: three parts of base64url with dots between them, the first two
/// readable as JSON objects. What stands around it does not matter ("Bearer ", quotes, NAME=, a
/// name that it was pasted into), nor do line breaks inside of it. Issuer and expiry
/// are not checked. Pure; any thread.
[[nodiscard]] bool looksLikeToken(QStringView text);

} // namespace rox
