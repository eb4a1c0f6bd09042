// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/reportlayout.h"

class QPainter;

namespace rox {

/// How many unrevoked tokens of the review expire in each of the next months.
struct ExpiryMonth
{
    QString name; ///< short, in the user's language
    int expiring = 0;
    bool isSoon = false; ///< one of them is within the expiring window
};
inline constexpr int ReportMonths = 12;
/// The first is the month of `review.now`, in the user's zone.
[[nodiscard]] std::vector<ExpiryMonth> expiryByMonth(const Review &review);

/// Paints them as bars with their numbers into this box.
void paintExpiryChart(QPainter *painter, const Review &review, ReportType &type, const QRectF &box);

} // namespace rox
