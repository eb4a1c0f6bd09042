// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace rox {

/// How each token of a Central begins: base64url of {"alg":"RS256","kid":"jwtk0","typ":"JWT"}.
inline constexpr QByteArrayView CentralHeader =
    "eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3dGswIiwidHlwIjoiSldUIn0";

/// A text without the characters that may stand inside a token that was wrapped, quoted or escaped.
struct StrippedText
{
    enum class For {
        Token,  ///< what remains is base64url and full stops
        Base64, ///< what remains is base64, of either alphabet
    };
    QByteArray text;                   ///< to be wiped
    std::vector<qsizetype> lineStarts; ///< of each line of the text before, a place in `text`
};
/// Also removes escapes of line ends (a backslash and a letter) and terminal colours. Pure.
[[nodiscard]] StrippedText withoutSeparators(QByteArrayView text, StrippedText::For purpose);

/// Calls `found` with the place and the decoded text of each run of base64 in which a token begins,
/// at any of the three alignments, encoded once or twice; the callee wipes the text. Ends when
/// `found` returns false. Pure.
void forEachEncodedRun(QByteArrayView text,
                       const std::function<bool(qsizetype at, QByteArray *decoded)> &found);

} // namespace rox
