// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QList>

namespace rox::testing {

/// A token with nothing but this.
inline Token named(const QString &id, const QString &name)
{
    Token token;
    token.id = id;
    token.name = name;
    return token;
}

/// By row.
inline QList<Token> tokensOf(const TokenTable &table)
{
    QList<Token> tokens;
    for (TokenTable::Row row = 0; row < table.size(); ++row)
        tokens.append(table.token(row));
    return tokens;
}

} // namespace rox::testing
