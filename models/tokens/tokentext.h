// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/tokens/tokenhistory.h"

#include <QCoreApplication>

namespace rox {

/// One token's cells in words: plain for copying, and as a screen reader says them. Server text
/// in them is visibleText(). Times are the user's zone, as 2027-08-22 10:15.
class TokenText
{
    Q_DECLARE_TR_FUNCTIONS(rox::TokenText)

public:
    /// "(no name)" for a name without a visible character; never longer than layout is quick for.
    [[nodiscard]] static QString name(const QString &name, qsizetype most = 400);
    /// The beginning of an id, which tells tokens of one name apart.
    [[nodiscard]] static QString shortId(const QString &id);
    [[nodiscard]] static QString status(TokenStatus status);
    /// In place of the status, while it is not known whether the token is revoked.
    [[nodiscard]] static QString openRevoke();
    [[nodiscard]] static QString roles(const QStringList &roles);
    [[nodiscard]] static QString expires(UtcMs time); ///< "never" from NeverMs on
    [[nodiscard]] static QString issued(UtcMs time);
    /// When a revoked token was revoked, or between which two lists; null: nothing is remembered.
    [[nodiscard]] static QString revoked(const TokenLife *life);
    [[nodiscard]] static QString revoker(const TokenLife *life);
    [[nodiscard]] static QString change(TokenChange::Kind kind);
    [[nodiscard]] static QString changeTime(const TokenChange &change);
    /// The user who made it, or "token NAME"; null: nothing is remembered.
    [[nodiscard]] static QString creator(const TokenLife *life);

    [[nodiscard]] static QString spokenOpenRevoke();
    [[nodiscard]] static QString spokenRoles(const QStringList &roles);
    [[nodiscard]] static QString spokenExpiry(UtcMs time, UtcMs now);
    [[nodiscard]] static QString spokenIssue(UtcMs time);
};

} // namespace rox
