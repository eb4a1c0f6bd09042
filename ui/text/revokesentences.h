// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/revokeverdict.h"

#include <QString>

namespace rox {

/// The outcome of one revoke: what Central answered or what was read back, and when. No sentence
/// claims more than the verdict proves.
/// `server` is the name the user knows it by.
[[nodiscard]] QString revokeSentence(const RevokeVerdict &verdict, const QString &server);

} // namespace rox
