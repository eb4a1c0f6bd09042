// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenshape.h"

#include "models/tokens/tokenclaims.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Parts = 3;
/// Two empty JSON objects and a signature of one character: "e30.e30.x".
constexpr qsizetype ShortestToken = 9;
constexpr qsizetype LongestHeader = 2048; ///< Central's has about 60 characters

bool isObject(QStringView part)
{
    const QByteArray token = "e30." % part.toLatin1() % ".x";
    return claimsOf(token).has_value();
}

/// Where the header begins: text that was in the field before the paste may precede it.
qsizetype headerIn(QStringView part)
{
    for (qsizetype i = std::max<qsizetype>(0, part.size() - LongestHeader); i < part.size(); ++i) {
        if (part.at(i) == u'e' && isObject(part.sliced(i))) // "{" in base64
            return i;
    }
    return -1;
}

/// All characters of `run` are those of a token.
std::optional<TokenPlace> tokenInRun(QStringView run)
{
    if (run.size() < ShortestToken)
        return std::nullopt;
    const auto parts = run.split(u'.');
    qsizetype at = 0;
    for (qsizetype i = 0; i + Parts <= parts.size(); ++i) {
        const QStringView header = parts.at(i);
        const QStringView payload = parts.at(i + 1);
        const QStringView signature = parts.at(i + 2);
        if (!signature.isEmpty() && isObject(payload)) {
            const qsizetype begin = headerIn(header);
            if (begin >= 0)
                return TokenPlace{at + begin,
                                  at + header.size() + payload.size() + signature.size() + 2};
        }
        at += header.size() + 1;
    }
    return std::nullopt;
}

} // namespace

bool isWholeSignature(qsizetype characters)
{
    return characters == 342 || characters == 512 || characters == 683;
}

bool isWholeSignatureOfAny(qsizetype characters)
{
    return isWholeSignature(characters) || characters == 43 || characters == 86;
}

bool isOfToken(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
           || c == u'-' || c == u'_' || c == u'.';
}

bool isBlankOrInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format
           || c.category() == QChar::Other_Control;
}

std::optional<TokenPlace> findToken(QStringView text, qsizetype from)
{
    const auto end = text.end();
    for (auto at = text.begin() + from; at != end;) {
        at = std::find_if(at, end, isOfToken);
        const auto to = std::find_if_not(at, end, isOfToken);
        if (const auto place = tokenInRun(QStringView(at, to)))
            return TokenPlace{at - text.begin() + place->from, at - text.begin() + place->to};
        at = to;
    }
    return std::nullopt;
}

bool looksLikeToken(QStringView text)
{
    if (text.size() < ShortestToken || text.count(u'.') < Parts - 1)
        return false;
    if (findToken(text))
        return true;
    // A terminal copies a long line with line breaks in it.
    if (std::none_of(text.begin(), text.end(), isBlankOrInvisible))
        return false;
    QString joined = text.toString();
    return findToken(joined.removeIf(isBlankOrInvisible)).has_value();
}

} // namespace rox
