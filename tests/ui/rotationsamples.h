// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "models/values/clock.h"

namespace rox::samples {

/// Handed over and checked, and to be revoked by hand.
[[nodiscard]] RotationRow rotation(const Clock &clock);
/// One in each state, sorted.
[[nodiscard]] QList<RotationRow> rotations(const Clock &clock);

} // namespace rox::samples
