// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;

namespace rox {

/// A page with one table, for people and screen readers: caption, headers with their scope, no
/// script and nothing from elsewhere. Characters that could not be seen are shown. False: stopped,
/// or the device took no more.
[[nodiscard]] bool writeHtml(const Review &review, QIODevice &device, const ReviewStep &step);

} // namespace rox
