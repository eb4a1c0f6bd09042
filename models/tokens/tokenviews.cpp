// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenviews.h"

#include "models/tokens/tokenselection.h"
#include "models/tokens/tokentext.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct ViewText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ViewText)
};

QString activeHint(const TokenCounts &counts, int days)
{
    const auto of = [&](TokenStatus status) {
        return int(counts.countByStatus[std::size_t(status)]);
    };
    const int expiring = of(TokenStatus::Expiring);
    QString hint = ViewText::tr("Active, %Ln day(s) or more", nullptr, days);
    if (expiring > 0)
        hint += u'\n'
                + ViewText::tr("With the %L1 that expire sooner, %Ln token(s) work now.", nullptr,
                               of(TokenStatus::Active) + expiring)
                      .arg(expiring);
    return hint;
}

QString expiringHint(const TokenCounts &, int days)
{
    return ViewText::tr("Active too, less than %Ln day(s)", nullptr, days);
}

constexpr TokenColumn DeadRoleColumns[] = {TokenColumn::Status, TokenColumn::Name,
                                           TokenColumn::Roles, TokenColumn::Expires};

constexpr TokenColumn RevokedColumns[] = {TokenColumn::Status, TokenColumn::Name,
                                          TokenColumn::Roles,  TokenColumn::Revoked,
                                          TokenColumn::By,     TokenColumn::KnownFrom};
constexpr TokenColumn NotYetExpiredColumns[] = {TokenColumn::Status,  TokenColumn::Name,
                                                TokenColumn::Roles,   TokenColumn::Expires,
                                                TokenColumn::Revoked, TokenColumn::By};

} // namespace

std::span<const TokenViewInfo> tokenViews()
{
    static constexpr TokenViewInfo table[] = {
        {.id = "active"_L1,
         .symbol = "active",
         .title = [] { return TokenText::status(TokenStatus::Active); },
         .status = TokenStatus::Active,
         .emptyTitle = [] { return ViewText::tr("No token is active"); },
         .hasChart = true,
         .hint = activeHint},
        {.id = "expiring"_L1,
         .symbol = "expiring",
         .title = [] { return TokenText::status(TokenStatus::Expiring); },
         .status = TokenStatus::Expiring,
         .emptyTitle = [] { return ViewText::tr("No token is expiring"); },
         .hasChart = true,
         .hint = expiringHint},
        {.id = "expired"_L1,
         .symbol = "expired",
         .title = [] { return TokenText::status(TokenStatus::Expired); },
         .status = TokenStatus::Expired,
         .emptyTitle = [] { return ViewText::tr("No token is expired"); }},
        {.id = "revoked"_L1,
         .symbol = "revoked",
         .title = [] { return TokenText::status(TokenStatus::Revoked); },
         .status = TokenStatus::Revoked,
         .columns = RevokedColumns,
         .emptyTitle = [] { return ViewText::tr("No token is revoked"); }},
        {.id = "notYetExpired"_L1,
         .symbol = "revoked",
         .title = [] { return ViewText::tr("Revoked, unexpired"); },
         .flags = TokenFlag::NotYetExpired,
         .columns = NotYetExpiredColumns,
         .emptyTitle = [] { return ViewText::tr("Every revoked token has expired"); },
         .emptySentence =
             [] {
                 return ViewText::tr("A revoked token is shown here until its expiry has passed.");
             },
         .isOfferedWhenEmpty = false},
        {.id = "deadRoles"_L1,
         .symbol = "deadrole",
         .title = [] { return ViewText::tr("Dead roles"); },
         .flags = TokenFlag::DeadRole,
         .columns = DeadRoleColumns,
         .emptyTitle = [] { return ViewText::tr("No token has a dead role"); },
         .emptySentence =
             [] {
                 return ViewText::tr("Central has every role that these tokens name. If a role is "
                                     "deleted, its tokens are shown here.");
             },
         .isOfferedWhenEmpty = false},
        // Only filters by role or expiry empty this view.
        {.id = "all"_L1,
         .symbol = "",
         .title = [] { return ViewText::tr("All"); },
         .emptyTitle = [] { return ViewText::tr("No token passes the filters"); },
         .hasChart = true},
    };
    return table;
}

const TokenViewInfo &viewOf(const TokenQuery &query)
{
    const auto views = tokenViews();
    const auto found = std::find_if(views.begin(), views.end(), [&](const TokenViewInfo &view) {
        return view.status == query.status && view.flags == query.flags;
    });
    return found == views.end() ? views.back() : *found;
}

const TokenViewInfo *tokenView(QStringView id)
{
    const auto views = tokenViews();
    const auto found =
        std::find_if(views.begin(), views.end(), [id](const auto &view) { return view.id == id; });
    return found == views.end() ? nullptr : &*found;
}

} // namespace rox
