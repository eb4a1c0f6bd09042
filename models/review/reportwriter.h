// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;

namespace rox {

/// A PDF on A4 to print and to sign: title, server, counts, and the table with boxes Keep and
/// Revoke on as many pages as it takes. Ids are whole. Takes Qt's GUI application. False: stopped.
/// An error of the device is only the device's to tell.
[[nodiscard]] bool writeReport(const Review &review, QIODevice &device, const ReviewStep &step);

} // namespace rox
