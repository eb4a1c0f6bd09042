// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/tokendecoder.h"

#include "models/values/tokentablebuilder.h"
#include "network/jsonreply.h"

#include <cstring>
#include <string_view>
#include <vector>

namespace rox {

namespace {

// The columns of one token, in the reply's own bytes.
struct TokenFields
{
    std::string_view id;
    std::string_view name;
    std::vector<std::string_view> roles;
    UtcMs issuedAt = NoTime;
    UtcMs expiresAt = NoTime;
    bool revoked = false;
};

enum Field : unsigned {
    Unknown = 0,
    Id = 1,
    Name = 2,
    Roles = 4,
    IssuedAt = 8,
    Expiration = 16,
    Revoked = 32,
    All = 63,
};

Field fieldNamed(std::string_view key)
{
    switch (key.size()) {
    case 2:
        return key == "id" ? Id : Unknown;
    case 4:
        return key == "name" ? Name : Unknown;
    case 5:
        return key == "roles" ? Roles : Unknown;
    case 7:
        return key == "revoked" ? Revoked : Unknown;
    case 8:
        return key == "issuedAt" ? IssuedAt : Unknown;
    case 10:
        return key == "expiration" ? Expiration : Unknown;
    default:
        return Unknown;
    }
}

bool readRoles(JsonReply &in, ondemand::value &value, std::vector<std::string_view> &roles)
{
    roles.clear();
    return in.eachElement(value, "roles", [&](ondemand::value &element) {
        return in.text(element, "roles", roles.emplace_back());
    });
}

bool readField(JsonReply &in, Field field, ondemand::value &value, TokenFields &token)
{
    switch (field) {
    case Id:
        return in.text(value, "id", token.id);
    case Name:
        return in.text(value, "name", token.name);
    case Roles:
        return readRoles(in, value, token.roles);
    case IssuedAt:
        return in.time(value, "issuedAt", token.issuedAt);
    case Expiration:
        return in.time(value, "expiration", token.expiresAt);
    case Revoked:
        return in.flag(value, "revoked", token.revoked);
    default:
        return true;
    }
}

bool isComplete(JsonReply &in, unsigned seen, const TokenFields &token)
{
    if (seen != All)
        return in.wrong("token", "a field is missing");
    return !token.id.empty() || in.wrong("id", "empty");
}

// One field into the token; `seen` collects which ones there were.
bool takeField(JsonReply &in, std::string_view key, ondemand::value &value, unsigned &seen,
               TokenFields &token)
{
    const Field field = fieldNamed(key);
    if (seen & field)
        return in.wrong("token", "a field stands twice");
    seen |= field;
    return readField(in, field, value, token);
}

bool readToken(JsonReply &in, ondemand::value &value, TokenFields &token)
{
    unsigned seen = 0;
    return in.eachField(value, "token", [&](std::string_view key, ondemand::value &inside) {
        return takeField(in, key, inside, seen, token);
    }) && isComplete(in, seen, token);
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Token tokenOf(const TokenFields &fields)
{
    Token token;
    token.id = fromUtf8(fields.id);
    token.name = fromUtf8(fields.name);
    token.roles.reserve(static_cast<qsizetype>(fields.roles.size()));
    for (const auto role : fields.roles)
        token.roles.append(fromUtf8(role));
    token.issuedAt = fields.issuedAt;
    token.expiresAt = fields.expiresAt;
    token.revoked = fields.revoked;
    return token;
}

// The string lies in the parser's own buffer, which is ours and writable.
void wipeText(std::string_view text)
{
    if (!text.empty())
        ::explicit_bzero(const_cast<char *>(text.data()), text.size());
}

ApiError cancelled()
{
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    return error;
}

// Fills the builder; asks now and then whether anybody still wants it.
bool readTokens(JsonReply &in, ondemand::value &value, TokenTableBuilder &builder,
                const std::stop_token &stop)
{
    constexpr unsigned AskEvery = 4096;
    TokenFields token;
    unsigned row = 0;
    return in.eachElement(value, "tokens", [&](ondemand::value &element) {
        if (++row % AskEvery == 0 && stop.stop_requested())
            return false;
        if (!readToken(in, element, token))
            return false;
        builder.add(token.id, token.name, builder.roleSet(token.roles), token.issuedAt,
                    token.expiresAt, token.revoked);
        return true;
    });
}

} // namespace

Result<TokenTablePtr> decodeTokenList(ReplyBody body, const std::stop_token &stop)
{
    // Central's tokens take 230 to 330 bytes of JSON each, 70 of them id and name.
    constexpr qint64 BytesPerToken = 240;
    TokenTableBuilder builder;
    const auto rows = static_cast<std::size_t>(body.size() / BytesPerToken);
    builder.reserve(rows, rows * 64);
    {
        const ReplyBody reply = std::move(body); // gone with this scope
        JsonReply in(reply);
        bool found = false;
        const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
            if (key != "tokens")
                return true;
            if (std::exchange(found, true))
                return in.wrong("tokens", "stands twice");
            return readTokens(in, value, builder, stop);
        });
        if (stop.stop_requested())
            return tl::make_unexpected(cancelled());
        if (complete && !found)
            in.wrong("tokens", "missing");
        if (in.failed())
            return tl::make_unexpected(in.error());
    }
    return builder.build();
}

Result<Token> decodeToken(const ReplyBody &body)
{
    JsonReply in(body);
    TokenFields fields;
    unsigned seen = 0;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        return takeField(in, key, value, seen, fields);
    });
    if (!complete || !isComplete(in, seen, fields))
        return tl::make_unexpected(in.error());
    return tokenOf(fields);
}

Result<GeneratedToken> decodeGenerated(const ReplyBody &body)
{
    JsonReply in(body);
    GeneratedToken made;
    TokenFields fields;
    bool described = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key == "token") {
            std::string_view text;
            if (!in.text(value, "token", text))
                return false;
            const bool again = !made.value.isEmpty();
            made.value = Secret(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            wipeText(text);
            return !again || in.wrong("token", "stands twice");
        }
        if (key != "metadata")
            return true;
        if (std::exchange(described, true))
            return in.wrong("metadata", "stands twice");
        return readToken(in, value, fields);
    });
    if (complete && made.value.isEmpty())
        in.wrong("token", "missing or empty");
    if (complete && !described)
        in.wrong("metadata", "missing");
    if (in.failed())
        return tl::make_unexpected(in.error());
    made.token = tokenOf(fields);
    return made;
}

} // namespace rox
