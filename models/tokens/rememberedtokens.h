// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/tokens/tokencreator.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace rox {

/// What the history of one Central has of some tokens, whether a list of it is loaded or not.
struct RememberedTokens
{
    QString server = {};        ///< its name, when it was last opened
    QStringList addresses = {}; ///< all that lead to this Central
    UtcMs asOf = NoTime;        ///< of its newest list
    QList<Token> tokens = {}; ///< revoked: Central said so, or has deleted it before its expiration
    QStringList gone = {};    ///< ids of those that the newest list does not have
    QHash<QString, TokenCreator> creators = {}; ///< by the id of the token that was made
};

} // namespace rox
