// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QByteArray>

namespace rox::bench {

/// When the bench takes place: 2026-08-22T10:15:30Z.
inline constexpr UtcMs Now = 1787393730000;

/// What Central answers to a list of so many tokens, about 240 bytes each. Always the same.
[[nodiscard]] QByteArray listReply(int tokens);
/// The table of that reply, not prepared.
[[nodiscard]] TokenTablePtr tableOf(const QByteArray &reply);

} // namespace rox::bench
