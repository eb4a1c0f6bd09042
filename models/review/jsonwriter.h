// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;

namespace rox {

/// One object: the server, its times, and "tokens", one object in a line each. Names and roles are
/// as Central sent them, a time that is missing is null. False: stopped, or the device took no
/// more.
[[nodiscard]] bool writeJson(const Review &review, QIODevice &device, const ReviewStep &step);

} // namespace rox
