// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QFlags>

namespace rox {

/// What was typed, pasted or read where an API token is expected.
struct TokenInput
{
    enum class Content {
        Token,    ///< one JWT
        Word,     ///< one word of printable ASCII that is no JWT
        Empty,    ///< nothing, or nothing but blanks and invisible characters
        Null,     ///< what a program writes if it has no value: null, undefined, "", {} …
        Uuid,     ///< the ID of a token, for example
        CutToken, ///< the beginning of a JWT
        Several,  ///< more than one JWT
        Base64,   ///< a JWT, encoded once more in base64
        Json,     ///< a JSON object, array or text, without a JWT
        Pem,      ///< a certificate or key
        Html,     ///< a web page
        Utf16,    ///< text in UTF-16 or UTF-32
        Binary,   ///< no text, or text with control characters
        Text,     ///< any other text
    };
    enum Around {
        Invisible = 1,  ///< control and format characters; not line ends, not a byte order mark
        Quotes = 2,     ///< quotation marks or brackets
        Bearer = 4,     ///< "Bearer", with "Authorization:" or without
        Assignment = 8, ///< NAME= or name:
        Structure = 16, ///< a JSON object or array
        Wrapped = 32,   ///< line breaks or blanks inside of the token
        OtherText = 64,
    };
    Q_DECLARE_FLAGS(LeftOut, Around)

    Content content = Content::Empty;
    Secret token; ///< for Token and Word; else empty
    /// What stood around the token, or in it, and is not part of `token`. Blanks and line ends
    /// around it are never mentioned.
    LeftOut leftOut;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(TokenInput::LeftOut)

/// Takes the token out of what stands around it. `bytes` are UTF-8. Copies that it makes are wiped.
/// Pure; any thread.
[[nodiscard]] TokenInput tokenInput(QByteArrayView bytes);

/// What was typed, pasted or read where a password is expected.
struct PasswordInput
{
    Secret password;
    bool leftOut = false;         ///< control or format characters at an end
    bool hasControl = false;      ///< a control character, or an invisible one, is inside
    bool hasBlankAtAnEnd = false; ///< kept: it may be part of the password
};

/// Takes control and format characters, such as line ends, off both ends; blanks stay. `bytes` are
/// UTF-8; other bytes stay as they are. Copies that it makes are wiped. Pure; any thread.
[[nodiscard]] PasswordInput passwordInput(QByteArrayView bytes);

} // namespace rox
