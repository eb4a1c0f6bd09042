// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"

#include <QString>

#include <optional>

namespace rox {

/// What the list shows, and in which order.
struct TokenQuery
{
    QString text;                      ///< words that must all occur in name, id or a role
    std::optional<TokenStatus> status; ///< none: all
    TokenFlags flags;                  ///< tokens with any of these; none: all
    UtcMs expiresFrom = NoTime;        ///< window of the expiry, [from, until); NoTime: open
    UtcMs expiresUntil = NoTime;
    TokenColumn sortColumn = TokenColumn::Expires;
    Qt::SortOrder order = Qt::AscendingOrder;
    UtcMs expiringWindow = DefaultExpiringWindow;

    [[nodiscard]] bool hidesNothing() const
    {
        return text.trimmed().isEmpty() && !status && !flags && expiresFrom == NoTime
               && expiresUntil == NoTime;
    }
    bool operator==(const TokenQuery &) const = default;
};

} // namespace rox
