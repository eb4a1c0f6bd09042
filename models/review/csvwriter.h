// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;

namespace rox {

/// RFC 4180: a header with the ids of the columns, CRLF, UTF-8 with a byte order mark. Roles are
/// joined by "; ", times are ISO 8601 in UTC. False: stopped, or the device took no more.
[[nodiscard]] bool writeCsv(const Review &review, QIODevice &device, const ReviewStep &step);

/// With a ' in front where a spreadsheet would run the text as a formula.
[[nodiscard]] QString safeForSpreadsheet(const QString &text);

} // namespace rox
