// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// A UUID as 16 bytes.
using TokenId = std::array<std::uint8_t, 16>;

/// Converts an id to lower-case text with dashes, and back. Other forms do not parse.
std::string idText(const TokenId &id);
std::optional<TokenId> parseId(std::string_view text);

/// Sets the version 4 bits of a UUID in random bytes.
TokenId asVersion4(TokenId random);

/// A random UUID of version 4. Throws std::runtime_error.
TokenId randomId();

/// A token's metadata as a view into the store; valid while the visitor runs.
struct TokenView
{
    const TokenId &id;
    std::string_view name;
    const std::vector<std::string> &roles;
    std::int64_t issuedAt; ///< seconds since 1970, UTC
    std::int64_t expiresAt;
    bool revoked;
    bool isOdd = false; ///< its JSON has "roles":null and an expiration that is no time
};

/// The metadata of all tokens in the order of their addition. With a million tokens each takes some
/// 80 bytes. Any thread.
class TokenStore
{
public:
    using Visitor = std::function<void(const TokenView &)>;

    void reserve(std::size_t tokens);
    void add(const TokenView &token);
    std::size_t size() const;

    /// Visits the token with this @p id; false if there is none.
    bool visit(std::string_view id, const Visitor &visitor) const;
    /// Visits all tokens, or only those whose `revoked` is @p revoked.
    void visitAll(std::optional<bool> revoked, const Visitor &visitor) const;

    /// Marks a token as revoked; true also if it already was. False if there is none.
    bool revoke(std::string_view id);

    /// Deletes every revoked token and every one that expired before @p expiredBefore.
    std::size_t prune(std::int64_t expiredBefore);

private:
    struct Row
    {
        TokenId id;
        std::int64_t issuedAt;
        std::int64_t expiresAt;
        std::uint64_t nameOffset;
        std::uint32_t nameSize;
        std::uint32_t roleSet : 30;
        std::uint32_t isOdd : 1;
        std::uint32_t revoked : 1;
    };

    std::optional<std::size_t> find(std::string_view id) const;
    std::size_t slotOf(const TokenId &id) const;
    void rebuildIndex(std::size_t slots);
    TokenView viewOf(const Row &row) const;

    mutable std::shared_mutex m_mutex;
    std::vector<Row> m_rows;
    std::string m_names;
    std::vector<std::vector<std::string>> m_roleSets;
    std::map<std::vector<std::string>, std::uint32_t> m_roleSetNumbers;
    std::vector<std::uint32_t> m_index; ///< open addressing by id: row number + 1, or 0
};

} // namespace rox::demo
