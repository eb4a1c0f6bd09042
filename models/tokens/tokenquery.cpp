// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenquery.h"

namespace rox {

QList<TokenFilter> filtersOf(const TokenQuery &query)
{
    QList<TokenFilter> filters;
    if (query.status)
        filters.append({TokenFilter::Kind::Status});
    for (const QString &role : query.roles)
        filters.append({TokenFilter::Kind::Role, role});
    if (!query.expiry.isOpen())
        filters.append({TokenFilter::Kind::Expiry});
    return filters;
}

TokenQuery without(const TokenFilter &filter, TokenQuery query)
{
    switch (filter.kind) {
    case TokenFilter::Kind::Status:
        query.status.reset();
        break;
    case TokenFilter::Kind::Role:
        query.roles.removeAll(filter.role);
        break;
    case TokenFilter::Kind::Expiry:
        query.expiry = {};
        break;
    }
    return query;
}

TokenQuery withoutFilters(TokenQuery query)
{
    const auto filters = filtersOf(query);
    for (const TokenFilter &filter : filters)
        query = without(filter, std::move(query));
    return query;
}

TokenQuery withRole(const QString &role, TokenQuery query)
{
    if (!query.roles.contains(role))
        query.roles.append(role);
    return query;
}

} // namespace rox
