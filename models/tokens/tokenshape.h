// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

#include <optional>

namespace rox {

/// A JWT stands in this text: three parts of base64url with dots between them, the first two
/// readable as JSON objects. What stands around it does not matter ("Bearer ", quotes, NAME=, a
/// name that it was pasted into), nor do line breaks inside of it. Issuer and expiry
/// are not checked. Pure; any thread.
[[nodiscard]] bool looksLikeToken(QStringView text);

/// Where a JWT stands in a text, from its first character to the one after its last.
struct TokenPlace
{
    qsizetype from = 0;
    qsizetype to = 0;
};
/// The first JWT from `from` on that has no other character in it. Pure; any thread.
[[nodiscard]] std::optional<TokenPlace> findToken(QStringView text, qsizetype from = 0);

/// A signature in base64url may be as long as this: of RS256, by which Central signs, with keys of
/// 2048, 3072 and 4096 bits.
[[nodiscard]] bool isWholeSignature(qsizetype characters);
/// The same, or of HS256 or ES256, which other servers sign by.
[[nodiscard]] bool isWholeSignatureOfAny(qsizetype characters);

/// A letter, digit, '-', '_' or '.'.
[[nodiscard]] bool isOfToken(QChar c);
/// A blank, a control or a format character.
[[nodiscard]] bool isBlankOrInvisible(QChar c);

} // namespace rox
