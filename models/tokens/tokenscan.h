// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenclaims.h"
#include "models/values/secret.h"

#include <QByteArrayView>

#include <atomic>
#include <vector>

namespace rox {

/// A token of a Central that stands in a text.
struct FoundToken
{
    enum class Kind {
        ApiToken, ///< `claims` has its id at least
        Session,  ///< of a user who signed in; no list has it, and nobody can revoke it
        CutShort, ///< begins like a token, but the text lacks the part that has the id
    };
    enum class Form {
        Plain,   ///< written in one piece
        Broken,  ///< over several lines, or with other characters in between
        Encoded, ///< in base64, as in a Kubernetes Secret
    };
    Kind kind = Kind::CutShort;
    Form form = Form::Plain;
    /// What the token says of itself: not verified. Empty for CutShort; of a token whose second
    /// part is cut, the id alone.
    TokenClaims claims;
    std::vector<qsizetype> lines; ///< from 1, ascending: where the token begins
    qsizetype characters = 0;     ///< of the token that the text has
    Secret value;                 ///< empty unless the text has the whole token
};

/// What a text holds.
struct TokenScan
{
    std::vector<FoundToken> found; ///< by their first line; each id once
    qsizetype lines = 0;           ///< of the text
    bool isCapped = false;         ///< there are more than MaxFoundTokens
};

constexpr qsizetype MaxScannedBytes = 64 << 20;
constexpr std::size_t MaxFoundTokens = 1000;

/// Looks for tokens of any Central: in one piece, cut at either end, broken by line ends, quotes,
/// escapes, prefixes of a diff or an e-mail, invisible characters or the zero bytes of UTF-16, and
/// encoded in base64 up to twice. Copies of the text that it makes are wiped. 64 MiB take less than
/// a second; `stop`, if not null, ends it early. Pure; any thread.
[[nodiscard]] TokenScan scanForTokens(QByteArrayView text, const std::atomic_bool *stop = nullptr);

} // namespace rox
