// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/tokendecoder.h"

#include "models/tokens/table/tokentablebuilder.h"
#include "network/central/jsonreply.h"

#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rox {

namespace {

// The fields of one token; texts refer to the reply's bytes.
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

struct FieldName
{
    std::string_view quoted; ///< with its escapes, up to the closing quote
    Field field;
};

// In the order in which Central sends them.
constexpr std::array Names{
    FieldName{"id\"", Id},
    FieldName{"name\"", Name},
    FieldName{"roles\"", Roles},
    FieldName{"issuedAt\"", IssuedAt},
    FieldName{"expiration\"", Expiration},
    FieldName{"revoked\"", Revoked},
};

Field fieldNamed(std::string_view key)
{
    for (const FieldName &name : Names) {
        if (name.quoted.size() == key.size() + 1 && name.quoted.starts_with(key))
            return name.field;
    }
    return Unknown;
}

// Compares the escaped key behind its first quote; the padding makes it safe to look ahead.
// Unescaping each key would take a fifth of the time of a list.
template <std::size_t... I>
Field rawFieldNamed(const char *key, std::index_sequence<I...>)
{
    Field found = Unknown;
    (void)((std::memcmp(key, Names[I].quoted.data(), Names[I].quoted.size()) == 0
            && (found = Names[I].field, true))
           || ...);
    return found;
}

Field rawFieldNamed(const char *key)
{
    return rawFieldNamed(key, std::make_index_sequence<Names.size()>());
}

// A key that matches none of ours may still match one after unescaping.
bool isEscaped(const char *key)
{
    while (*key != '"' && *key != '\\')
        ++key;
    return *key == '\\';
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

// Reads one field into the token; `seen` has a bit for each field that was read.
bool takeField(JsonReply &in, Field field, ondemand::value &value, unsigned &seen,
               TokenFields &token)
{
    if (seen & field)
        return in.wrong("token", "a field stands twice");
    seen |= field;
    return readField(in, field, value, token);
}

bool takeRawField(JsonReply &in, ondemand::field &field, unsigned &seen, TokenFields &token)
{
    const char *raw = field.key().raw();
    Field which = rawFieldNamed(raw);
    if (which == Unknown && isEscaped(raw)) {
        std::string_view key;
        if (!in.keyOf(field, "token", key))
            return false;
        which = fieldNamed(key);
    }
    return takeField(in, which, field.value(), seen, token);
}

bool readToken(JsonReply &in, ondemand::value &value, TokenFields &token)
{
    unsigned seen = 0;
    return in.eachRawField(value, "token", [&](ondemand::field &field) {
        return takeRawField(in, field, seen, token);
    }) && isComplete(in, seen, token);
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Token tokenOf(const TokenFields &fields)
{
    Token token;
    token.id = fromUtf8(fields.id);
    token.name = fromUtf8(fields.name);
    token.roles.reserve(qsizetype(fields.roles.size()));
    for (const auto role : fields.roles)
        token.roles.append(fromUtf8(role));
    token.issuedAt = fields.issuedAt;
    token.expiresAt = fields.expiresAt;
    token.revoked = fields.revoked;
    return token;
}

ApiError cancelled()
{
    return errorOf(ApiError::Kind::Cancelled);
}

// The JSON of the object that starts at the first byte; everything, if it does not end.
QByteArrayView objectAt(QByteArrayView json)
{
    int depth = 0;
    bool isText = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (isText) {
            if (c == '\\')
                ++at;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth <= 0) {
            return json.first(at + 1);
        }
    }
    return json;
}

// The id of a token of which another field could not be read; empty if it has none either.
QString idIn(QByteArrayView token)
{
    if (!token.startsWith('{'))
        return {};
    const ReplyBody copy(objectAt(token));
    JsonReply in(copy);
    QString id;
    (void)in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "id")
            return true;
        (void)in.text(value, "id", id);
        return false; // the rest is of no use
    });
    return id;
}

// After a token that could not be read. False if nothing behind it can be read either. Kept out of
// the loop over the tokens, which would become slower.
Q_NEVER_INLINE bool takeUnread(JsonReply &in, ondemand::value &element, TokenTableBuilder &builder,
                               std::optional<ApiError> &firstError)
{
    const ApiError error = in.error();
    if (!in.recover())
        return false;
    builder.addUnread({idIn(in.from(element)), error.detail});
    if (!firstError)
        firstError = error;
    return true;
}

// Fills the builder; checks `stop` now and then.
bool readTokens(JsonReply &in, ondemand::value &value, TokenTableBuilder &builder,
                std::optional<ApiError> &firstError, const std::stop_token &stop)
{
    constexpr unsigned AskEvery = 4096;
    TokenFields token;
    unsigned row = 0;
    return in.eachElement(value, "tokens", [&](ondemand::value &element) {
        if (++row % AskEvery == 0 && stop.stop_requested())
            return false;
        if (!readToken(in, element, token)) [[unlikely]]
            return takeUnread(in, element, builder, firstError);
        builder.add(token.id, token.name, builder.roleSet(token.roles), token.issuedAt,
                    token.expiresAt, token.revoked);
        return true;
    });
}

} // namespace

Result<TokenTablePtr> decodeTokenList(ReplyBody body, const std::stop_token &stop)
{
    // A token takes 230 to 330 bytes of JSON, 70 of them for id and name.
    constexpr qint64 BytesPerToken = 240;
    TokenTableBuilder builder;
    const auto rows = std::size_t(body.size() / BytesPerToken);
    builder.reserve(rows, rows * 64);
    std::optional<ApiError> firstError; ///< of a token that could not be read
    {
        const ReplyBody reply = std::move(body); // freed at the end of this scope
        JsonReply in(reply);
        bool found = false;
        const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
            if (key != "tokens")
                return true;
            if (std::exchange(found, true))
                return in.wrong("tokens", "stands twice");
            return readTokens(in, value, builder, firstError, stop);
        });
        if (stop.stop_requested())
            return tl::make_unexpected(cancelled());
        if (complete && !found)
            in.wrong("tokens", "missing");
        if (in.failed())
            return tl::make_unexpected(in.error());
    }
    auto table = builder.build();
    if (firstError && table->isEmpty())
        return tl::make_unexpected(*firstError);
    return table;
}

Result<Token> decodeToken(const ReplyBody &body)
{
    JsonReply in(body);
    TokenFields fields;
    unsigned seen = 0;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        return takeField(in, fieldNamed(key), value, seen, fields);
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
            const bool again = !made.value.isEmpty();
            return in.secret(value, "token", made.value)
                   && (!again || in.wrong("token", "stands twice"));
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

bool describesToken(const ReplyBody &body)
{
    JsonReply in(body);
    bool described = false;
    (void)in.eachField([&](std::string_view key, ondemand::value &) {
        described = described || key == "metadata";
        return !described;
    });
    return described;
}

} // namespace rox
