// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/timeline.h"
#include "models/tokens/tokencolumn.h"

namespace rox {

/// What the panel "Token details" shows of one token.
struct TokenDetail
{
    Token token;
    TokenStatus status = TokenStatus::Active;
    TokenFlags flags;
    UtcMs now = NoTime;
    int liveWithName = 0;               ///< live tokens of this name, this one included if it lives
    std::optional<TokenLife> life = {}; ///< what the history remembers of it
    QString server = {};                ///< its name; empty: all of the list are of one server
    std::optional<TokenRotation> rotation = {}; ///< that is under way
    NoCreator noCreator = {};                   ///< why `life` does not say who made it
    QList<RoleGrowth> grown = {}; ///< its roles that grant more than when it was issued
    UtcMs firstSeen = NoTime;     ///< in a list that this computer read
    UtcMs lastSeen = NoTime;
};

[[nodiscard]] TokenDetail detailOf(const TokenCell &cell);

/// From issue to expiry; 0 if one of them is not known, or it never expires.
[[nodiscard]] UtcMs lifetimeOf(const Token &token);

/// The value of a field: what it is, so that the screen can word and draw it.
struct DetailValue
{
    enum class Kind {
        Nothing, ///< the field is left out
        Text,
        Note, ///< why there is no value
        Time,
        Moment, ///< a time, said as "today, 10:12"
        Length,
        Roles,
        Id,
    };
    Kind kind = Kind::Nothing;
    QString text = {};      ///< of Text, Note, Id
    UtcMs time = NoTime;    ///< of Time and Moment; the milliseconds of Length
    QStringList roles = {}; ///< of Roles
};

/// One field of the details. Its widget is made for `kind`; a Text or Note may stand in a Time.
struct DetailFieldInfo
{
    const char *objectName; ///< of the field's widget
    DetailValue::Kind kind;
    QString (*title)(const TokenDetail &);
    DetailValue (*value)(const TokenDetail &);
};

/// In the order in which they stand.
[[nodiscard]] std::span<const DetailFieldInfo> detailFields();

/// A flag as a sentence.
struct DetailFlag
{
    const char *symbol; ///< of resources/icons
    TokenFlagInfo::Emphasis emphasis;
    QString text;
    QString reason; ///< after the text; may be empty
};
[[nodiscard]] QList<DetailFlag> detailFlags(const TokenDetail &detail);

} // namespace rox
