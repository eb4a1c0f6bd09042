// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;
class QPageLayout;
class QPagedPaintDevice;

namespace rox {

/// A PDF on A4 to print and to sign: title, server, counts, and the table with boxes Keep and
/// Revoke on as many pages as it takes. Ids are whole. Takes Qt's GUI application. False: stopped.
/// An error of the device is only the device's to tell.
[[nodiscard]] bool writeReport(const Review &review, QIODevice &device, const ReviewStep &step);

/// The paper that the report is made for.
[[nodiscard]] QPageLayout reportPage(const Review &review);

enum class PrintEnd { Printed, Stopped, Failed };
/// The same on the paper of `device`, scaled to fit its painting area, the pages of its
/// pageRanges() alone. Cannot be stopped once the first page is painted, because a printer would
/// print the pages so far.
[[nodiscard]] PrintEnd printReport(const Review &review, QPagedPaintDevice &device,
                                   const ReviewStep &step);

} // namespace rox
