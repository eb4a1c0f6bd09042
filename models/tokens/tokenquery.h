// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace rox {

enum class TokenColumn : quint8 { Status, Name, Roles, Expires, Issued };
inline constexpr int TokenColumnCount = 5;

/// What the list shows, and in which order.
struct TokenQuery
{
    QString text;                      ///< words that must all occur in name, id or a role
    std::optional<TokenStatus> status; ///< none: all
    QStringList roles;                 ///< tokens with any of these; empty: all
    UtcMs expiresFrom = NoTime;        ///< window of the expiry, [from, until); NoTime: open
    UtcMs expiresUntil = NoTime;
    TokenColumn sortColumn = TokenColumn::Expires;
    Qt::SortOrder order = Qt::AscendingOrder;
    UtcMs expiringWindow = DefaultExpiringWindow;

    [[nodiscard]] bool hidesNothing() const
    {
        return text.trimmed().isEmpty() && !status && roles.isEmpty() && expiresFrom == NoTime
               && expiresUntil == NoTime;
    }
    bool operator==(const TokenQuery &) const = default;
};

} // namespace rox
