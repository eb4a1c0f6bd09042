// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"

#include <span>

namespace rox {

struct TokenCounts;

/// What a view of the sidebar says above its tokens.
struct ViewAdvice
{
    QString meaning; ///< what the tokens have in common
    QString warning; ///< semibold; may be empty
    QString advice;  ///< what to do
};

/// One view of the list: which tokens it shows, in which columns, and what it says without any.
struct TokenViewInfo
{
    QLatin1StringView id; ///< names its button and its column layout; never translated
    const char *symbol;   ///< of resources/icons; empty: none
    QString (*title)();
    std::optional<TokenStatus> status = {};    ///< none: all
    TokenFlags flags = {};                     ///< tokens with any of these; none: all
    std::span<const TokenColumn> columns = {}; ///< shown at first; empty: as tokenColumns() says
    /// Heading and sentence of the page in place of an empty list, when nothing is searched for.
    /// Without a sentence the page says how many tokens are hidden.
    QString (*emptyTitle)();
    QString (*emptySentence)() = nullptr;
    bool isInSidebar = false;
    bool isNews = false; ///< in the sidebar its count stands on a badge
    /// Null: it is one of the buttons above the list. Else this stands in place of these buttons.
    ViewAdvice (*advice)() = nullptr;
    /// Choosing the view sorts by this column, the newest first.
    std::optional<TokenColumn> newestFirstBy = {};
    /// The text of a button beside the advice; null: none.
    QString (*deed)() = nullptr;
    bool isLiveOnly = false; ///< of the tokens with its flags, those that are active or expiring
    bool hasChart = false;   ///< the chart of expiries says something about its tokens
    /// Tooltip of its button, for statuses that end within `days`; null: none.
    QString (*hint)(const TokenCounts &counts, int days) = nullptr;
};

/// In the order in which they are offered.
[[nodiscard]] std::span<const TokenViewInfo> tokenViews();
/// The view that shows what this query shows, search and weeks aside.
[[nodiscard]] const TokenViewInfo &viewOf(const TokenQuery &query);
/// Null if no view has this id.
[[nodiscard]] const TokenViewInfo *tokenView(QStringView id);

} // namespace rox
