// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QList>
#include <QString>

namespace rox {

/// That a token was made, as an administration event of Central says. The texts are Central's.
struct TokenCreation
{
    QString tokenId;
    QString userId;           ///< "admin", "sso:PROVIDER:USER" or "auth-token:ID"
    QString provider;         ///< how that user had signed in; may be empty
    UtcMs createdAt = NoTime; ///< by Central's clock
    bool operator==(const TokenCreation &) const = default;
};

/// The creations that Central has told of, from one time on.
struct TokenCreations
{
    QList<TokenCreation> all; ///< in the order of their times, each token once
    bool isComplete = true;   ///< false: there are later ones, which were not read
};

} // namespace rox
