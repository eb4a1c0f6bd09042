// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenselection.h"
#include "network/central/tokendecoder.h"
#include "tests/fuzz/fuzzcheck.h"

#include <cstdint>

using namespace rox;

/// Decodes any bytes as a list reply: the result is a table whose accessors all work, or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto table = decodeTokenList(ReplyBody(bytes), {});
    if (!table) {
        using Kind = ApiError::Kind;
        const Kind kind = table.error().kind;
        FUZZ_CHECK(kind == Kind::BadJson || kind == Kind::WrongShape || kind == Kind::EmptyReply
                   || kind == Kind::ReplyTooBig);
        return 0;
    }
    const TokenTable &tokens = **table;
    tokens.prepare();
    for (TokenTable::Row row = 0; row < tokens.size(); ++row) {
        const Token token = tokens.token(row);
        FUZZ_CHECK(!token.id.isEmpty());
        const auto found = tokens.find(token.id);
        FUZZ_CHECK(found && *found <= row && tokens.id(*found) == tokens.id(row));
    }
    TokenQuery query;
    query.sortColumn = TokenColumn::Roles;
    FUZZ_CHECK(select(tokens, query, 0).rows.size() == tokens.size());
    (void)decodeToken(ReplyBody(bytes));
    (void)decodeGenerated(ReplyBody(bytes, ReplyBody::Holds::Secret));
    return 0;
}
