// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/columnwidths.h"

#include "ui/look/tones.h"
#include "ui/look/type.h"
#include "ui/parts/chips.h"
#include "ui/words/times.h"

#include <QFontMetrics>

#include <algorithm>

namespace rox {

namespace {

constexpr int LeastName = 160;
constexpr int LeastRoles = 160;
constexpr int MostRoles = 236;
constexpr int PillExtra = 14 + 4 + 16; // symbol, gap, padding

int statusWidth(const QFontMetrics &small)
{
    int widest = 0;
    for (const TokenStatus status :
         {TokenStatus::Active, TokenStatus::Expiring, TokenStatus::Expired, TokenStatus::Revoked})
        widest = std::max(widest, small.horizontalAdvance(statusLook(status, {}).word));
    return CellInset + widest + PillExtra + 6;
}

} // namespace

ColumnWidths columnWidths(int viewport, const QFont &font, bool mayShowIssued)
{
    const QFontMetrics body(typeface(font, TextSize::Body));
    const QFontMetrics small(typeface(font, TextSize::Secondary));
    constexpr UtcMs summer2026 = 1785000000000;
    const int relative = std::max(
        body.horizontalAdvance(relativeTime(summer2026 - 19 * HourMs - MinuteMs, summer2026)),
        body.horizontalAdvance(relativeTime(summer2026 + 350 * DayMs, summer2026)));
    int date = 0; // the widest month, with its year
    for (int month = 0; month < 12; ++month)
        date = std::max(date, small.horizontalAdvance(
                                  shortDate(summer2026 + (368 + 30 * month) * DayMs, summer2026)));

    ColumnWidths widths;
    widths.relativeRoom = relative + 8;
    const int status = statusWidth(small);
    const int expires = CellInset + widths.relativeRoom + date + 10;
    const int issued = CellInset + date + FirstInset + 2; // clear of the scroll bar
    const auto spare = [&] {
        return viewport - status - LeastName - LeastRoles
               - (widths.date ? expires : CellInset + relative + FirstInset)
               - (widths.issued ? issued : 0);
    };
    widths.issued = mayShowIssued;
    widths.issued = mayShowIssued && spare() >= 0;
    widths.date = spare() >= 0;
    const int left = spare();
    const int roles =
        left >= 0 ? std::min(MostRoles, LeastRoles + left / 3) : std::max(80, LeastRoles + left);
    const int shownExpires = widths.date ? expires : CellInset + relative + FirstInset;
    const int shownIssued = widths.issued ? issued : 0;
    const int name = std::max(100, viewport - status - roles - shownExpires - shownIssued);
    widths.width = {status, name, roles, shownExpires, shownIssued};
    return widths;
}

} // namespace rox
