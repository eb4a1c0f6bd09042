// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"

#include <functional>

class QMenu;

namespace rox {

using QueryChosen = std::function<void(const TokenQuery &)>;

/// The filters that one can choose for a list: ranges of expiry from `now` on, and its roles.
void fillFilterMenu(QMenu *menu, const TokenQuery &query, const QStringList &roles, UtcMs now,
                    const QueryChosen &chosen);
/// The filters that one token suggests: each of `roles`, and the week in which it expires.
void addFiltersOfToken(QMenu *menu, const TokenQuery &query, const QStringList &roles,
                       UtcMs expires, UtcMs now, const QueryChosen &chosen);

} // namespace rox
