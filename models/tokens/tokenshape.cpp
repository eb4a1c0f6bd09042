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

bool isOfToken(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
           || c == u'-' || c == u'_' || c == u'.';
}

bool isObject(QStringView part)
{
    const QByteArray token = "e30." % part.toLatin1() % ".x";
    return claimsOf(token).has_value();
}

/// Text that was in the field before the paste may precede the header.
bool endsWithObject(QStringView part)
{
    for (qsizetype i = std::max<qsizetype>(0, part.size() - LongestHeader); i < part.size(); ++i) {
        if (part.at(i) == u'e' && isObject(part.sliced(i))) // "{" in base64
            return true;
    }
    return false;
}

/// All characters of `run` are those of a token.
bool hasTokenIn(QStringView run)
{
    if (run.size() < ShortestToken)
        return false;
    const auto parts = run.split(u'.');
    for (qsizetype i = 0; i + Parts <= parts.size(); ++i) {
        if (!parts.at(i + 2).isEmpty() && isObject(parts.at(i + 1)) && endsWithObject(parts.at(i)))
            return true;
    }
    return false;
}

bool hasToken(QStringView text)
{
    const auto end = text.end();
    for (auto from = text.begin(); from != end;) {
        from = std::find_if(from, end, isOfToken);
        const auto to = std::find_if_not(from, end, isOfToken);
        if (hasTokenIn(QStringView(from, to)))
            return true;
        from = to;
    }
    return false;
}

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format
           || c.category() == QChar::Other_Control;
}

} // namespace

bool looksLikeToken(QStringView text)
{
    if (text.size() < ShortestToken || text.count(u'.') < Parts - 1)
        return false;
    if (hasToken(text))
        return true;
    // A terminal copies a long line with line breaks in it.
    if (std::none_of(text.begin(), text.end(), isInvisible))
        return false;
    QString joined = text.toString();
    return hasToken(joined.removeIf(isInvisible));
}

} // namespace rox
