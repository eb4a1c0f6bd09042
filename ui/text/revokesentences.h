// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/revokeverdict.h"

#include <QString>

namespace rox {

/// What is said of one revoke: what Central answered or what was read back, and when. No sentence
/// says more than the verdict proves, and none says what will be.
/// `server` is the name the user knows it by.
[[nodiscard]] QString revokeSentence(const RevokeVerdict &verdict, const QString &server);
/// "10:44:22", in the user's zone.
[[nodiscard]] QString clockSeconds(UtcMs time);

} // namespace rox
