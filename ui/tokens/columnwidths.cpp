// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/columnwidths.h"

#include "ui/style/tones.h"
#include "ui/style/type.h"
#include "ui/text/times.h"
#include "ui/widgets/chips.h"

#include <QDate>
#include <QDateTime>
#include <QFontMetrics>

#include <algorithm>
#include <array>

namespace rox {

namespace {

constexpr int LeastName = 160;
constexpr int LeastRoles = 160;
constexpr int MostRoles = 236;
constexpr int PillExtra = 14 + 4 + 16; // symbol, gap, padding
constexpr UtcMs Summer2026 = 1785000000000;

int statusWidth(const QFontMetrics &small)
{
    int widest = small.horizontalAdvance(unknownLook({}).word);
    for (const TokenStatus status :
         {TokenStatus::Active, TokenStatus::Expiring, TokenStatus::Expired, TokenStatus::Revoked})
        widest = std::max(widest, small.horizontalAdvance(statusLook(status, {}).word));
    return CellInset + widest + PillExtra + 6;
}

/// Of the text with its widest digits: "11 months" must not be wider than its sample.
int widthOf(const QString &sample, const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        QString text = sample;
        for (QChar &c : text) {
            if (c.isDigit())
                c = digit;
        }
        widest = std::max(widest, metrics.horizontalAdvance(text));
    }
    return widest;
}

/// Of the widest text that relativeTime() can say. In English that is "59 minutes ago".
int relativeWidth(const QFontMetrics &metrics)
{
    constexpr std::array lengths = {SecondMs,    59 * MinuteMs,   47 * HourMs,
                                    120 * DayMs, 24 * 30 * DayMs, 20 * 365 * DayMs};
    int widest = widthOf(relativeTime(NeverMs, Summer2026), metrics);
    widest = std::max(widest, widthOf(relativeTime(NeverMs - 1, Summer2026), metrics));
    for (const UtcMs length : lengths) {
        for (const UtcMs time : {Summer2026 - length, Summer2026 + length})
            widest = std::max(widest, widthOf(relativeTime(time, Summer2026), metrics));
    }
    return widest;
}

/// Of the widest date that shortDate() can say: each month, with its year.
int dateWidth(const QFontMetrics &metrics)
{
    int widest = widthOf(shortDate(NeverMs, Summer2026), metrics);
    for (int month = 1; month <= 12; ++month) {
        const UtcMs time = QDate(2027, month, 28).startOfDay().toMSecsSinceEpoch();
        widest = std::max(widest, widthOf(shortDate(time, Summer2026), metrics));
    }
    return widest;
}

} // namespace

ColumnWidths columnWidths(int viewport, const QFont &font, bool mayShowIssued)
{
    const QFontMetrics body(typeface(font, TextSize::Body));
    const QFontMetrics small(typeface(font, TextSize::Secondary));
    const int relative = relativeWidth(body);
    const int date = dateWidth(small);

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
