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

ViewAdvice adviceOnPrivileges()
{
    return {ViewText::tr("These tokens write everything at their Central, can create tokens or "
                         "change roles, or may do more than most tokens of their name."),
            ViewText::tr("If one of them leaks, it opens more than its job needs."),
            ViewText::tr("Generate a token with the roles that the job needs, hand it over, then "
                         "revoke this one.")};
}

ViewAdvice adviceOnDeadRoles()
{
    return {ViewText::tr("These tokens name a role that their Central does not have any more. What "
                         "is left still works; with nothing left, Central refuses the token."),
            ViewText::tr("If somebody makes a role of that name again, the token gets its rights "
                         "back:"),
            ViewText::tr("revoke it, or note why it stays.")};
}

ViewAdvice adviceOnDuplicates()
{
    return {ViewText::tr("These tokens work, and another token that is not revoked has the same "
                         "name."),
            ViewText::tr("Only their IDs tell them apart."),
            ViewText::tr("Often one is the successor of the other: find out which one is in use, "
                         "and revoke the other.")};
}

ViewAdvice adviceOnNeverExpiring()
{
    return {ViewText::tr("These tokens work until they are revoked."),
            ViewText::tr("A copy that is lost or forgotten works for ever."),
            ViewText::tr("Generate a token that expires, hand it over, then revoke this one.")};
}

ViewAdvice adviceOnUnexpired()
{
    return {ViewText::tr("These tokens were revoked before their expiry, which lies ahead."),
            ViewText::tr("If Central is restored from an older backup, they work again:"),
            ViewText::tr("look here after a restore, and revoke them again.")};
}

ViewAdvice adviceOnChanges()
{
    return {
        ViewText::tr("This is what became of the tokens since you last marked changes as seen."),
        {},
        ViewText::tr("“Gone” means: Central does not list it any more, though it had not "
                     "expired and its revoke was not seen from here.")};
}

constexpr TokenColumn ChangeColumns[] = {TokenColumn::Change, TokenColumn::Name, TokenColumn::Roles,
                                         TokenColumn::ChangedAt, TokenColumn::By};
constexpr TokenColumn DuplicateColumns[] = {TokenColumn::Status, TokenColumn::Name,
                                            TokenColumn::Roles,  TokenColumn::Expires,
                                            TokenColumn::Issued, TokenColumn::Id};
constexpr TokenColumn DeadRoleColumns[] = {TokenColumn::Status,      TokenColumn::Name,
                                           TokenColumn::DeadRoles,   TokenColumn::OtherRoles,
                                           TokenColumn::StillGrants, TokenColumn::Expires};

constexpr TokenColumn RevokedColumns[] = {TokenColumn::Status, TokenColumn::Name,
                                          TokenColumn::Roles,  TokenColumn::Revoked,
                                          TokenColumn::By,     TokenColumn::KnownFrom};
constexpr TokenColumn NotYetExpiredColumns[] = {TokenColumn::Status,  TokenColumn::Name,
                                                TokenColumn::Roles,   TokenColumn::Expires,
                                                TokenColumn::Revoked, TokenColumn::By};

constexpr TokenViewInfo Table[] = {
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
     .isInSidebar = true,
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
    // Only filters by role or expiry empty this view.
    {.id = "all"_L1,
     .symbol = "",
     .title = [] { return ViewText::tr("All"); },
     .emptyTitle = [] { return ViewText::tr("No token passes the filters"); },
     .hasChart = true},
    {.id = "overPrivileged"_L1,
     .symbol = "shield",
     .title = [] { return ViewText::tr("Over-privileged"); },
     .flags = TokenFlag::WritesAll | TokenFlag::RaisesRights | TokenFlag::MoreThanGroup,
     .emptyTitle = [] { return ViewText::tr("No token is over-privileged"); },
     .emptySentence =
         [] {
             return ViewText::tr("Tokens that work are shown here if they write everything or "
                                 "administrative resources, or may do more than most tokens of "
                                 "their name.");
         },
     .isInSidebar = true,
     .advice = adviceOnPrivileges,
     .isLiveOnly = true},
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
     .isInSidebar = true,
     .advice = adviceOnDeadRoles,
     .isLiveOnly = true},
    {.id = "duplicateNames"_L1,
     .symbol = "duplicate",
     .title = [] { return ViewText::tr("Duplicate names"); },
     .flags = TokenFlag::SharedName,
     .columns = DuplicateColumns,
     .emptyTitle = [] { return ViewText::tr("No two tokens that work have one name"); },
     .emptySentence =
         [] {
             return ViewText::tr("Tokens of one name are shown here, for as long as they work.");
         },
     .isInSidebar = true,
     .advice = adviceOnDuplicates,
     .isLiveOnly = true},
    {.id = "neverExpires"_L1,
     .symbol = "infinity",
     .title = [] { return ViewText::tr("Never expires"); },
     .flags = TokenFlag::NeverExpires,
     .emptyTitle = [] { return ViewText::tr("Every token expires"); },
     .emptySentence =
         [] { return ViewText::tr("Tokens that expire in year 9999 or later are shown here."); },
     .isInSidebar = true,
     .advice = adviceOnNeverExpiring,
     .isLiveOnly = true},
    {.id = "notYetExpired"_L1,
     .symbol = "revoked",
     .title = [] { return ViewText::tr("Revoked early"); },
     .flags = TokenFlag::NotYetExpired,
     .columns = NotYetExpiredColumns,
     .emptyTitle = [] { return ViewText::tr("Every revoked token has expired"); },
     .emptySentence =
         [] { return ViewText::tr("A revoked token is shown here until its expiry has passed."); },
     .isInSidebar = true,
     .advice = adviceOnUnexpired},
    {.id = "changes"_L1,
     .symbol = "changes",
     .title = [] { return ViewText::tr("Changes"); },
     .flags = TokenFlag::Changed,
     .columns = ChangeColumns,
     .emptyTitle = [] { return ViewText::tr("Nothing has changed"); },
     .emptySentence =
         [] {
             return ViewText::tr("Tokens that are new, revoked, expired or gone since you last "
                                 "looked are shown here.");
         },
     .isInSidebar = true,
     .isNews = true,
     .advice = adviceOnChanges,
     .newestFirstBy = TokenColumn::ChangedAt,
     .deed = [] { return ViewText::tr("Mark all as seen"); }},
};

} // namespace

std::span<const TokenViewInfo> tokenViews()
{
    return Table;
}

const TokenViewInfo &viewOf(const TokenQuery &query)
{
    const auto views = tokenViews();
    const auto found = std::find_if(views.begin(), views.end(), [&](const TokenViewInfo &view) {
        return view.status == query.status && view.flags == query.flags;
    });
    if (found != views.end())
        return *found;
    const TokenViewInfo *all = tokenView(u"all");
    return all ? *all : views.front();
}

const TokenViewInfo *tokenView(QStringView id)
{
    const auto views = tokenViews();
    const auto found =
        std::find_if(views.begin(), views.end(), [id](const auto &view) { return view.id == id; });
    return found == views.end() ? nullptr : &*found;
}

} // namespace rox
