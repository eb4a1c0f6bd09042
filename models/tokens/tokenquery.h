// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/expiryweeks.h"
#include "models/tokens/tokencolumn.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace rox {

/// What the list shows, and in which order.
struct TokenQuery
{
    QString text;                      ///< of the search field: TokenSearch
    std::optional<TokenStatus> status; ///< none: all
    TokenFlags flags;                  ///< tokens with any of these; none: all
    QStringList roles;                 ///< tokens that have each of these
    TimeRange expiry;                  ///< tokens that expire in it; open: all
    TokenColumn sortColumn = TokenColumn::Expires;
    Qt::SortOrder order = Qt::AscendingOrder;
    UtcMs expiringWindow = DefaultExpiringWindow;
    ChartSpan chartSpan = ChartSpan::Months6; ///< of the counts beside the list

    [[nodiscard]] bool hidesNothing() const
    {
        return text.trimmed().isEmpty() && !status && !flags && roles.isEmpty() && expiry.isOpen();
    }
    bool operator==(const TokenQuery &) const = default;
};

/// One filter of a query that the user can take away by itself. Search and view are not among them.
struct TokenFilter
{
    enum class Kind { Status, Role, Expiry };
    Kind kind;
    QString role = {}; ///< of Kind::Role

    bool operator==(const TokenFilter &) const = default;
};
[[nodiscard]] QList<TokenFilter> filtersOf(const TokenQuery &query);
[[nodiscard]] TokenQuery without(const TokenFilter &filter, TokenQuery query);
[[nodiscard]] TokenQuery withoutFilters(TokenQuery query);
[[nodiscard]] TokenQuery withRole(const QString &role, TokenQuery query);

} // namespace rox
