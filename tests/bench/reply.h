// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QByteArray>

namespace rox::bench {

/// The current time in the benchmarks: 2026-08-22T10:15:30Z.
inline constexpr UtcMs Now = 1787393730000;

/// Central's reply with a list of tokens, about 240 bytes each. Deterministic.
[[nodiscard]] QByteArray listReply(int tokens);
/// The table of that reply, without its lazily computed parts.
[[nodiscard]] TokenTablePtr tableOf(const QByteArray &reply);

} // namespace rox::bench
