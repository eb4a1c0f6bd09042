// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/tokenstore.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <openssl/rand.h>
#include <stdexcept>

namespace rox::demo {
namespace {

constexpr char HexDigits[] = "0123456789abcdef";
constexpr std::size_t IdTextSize = 36;

bool isDashAt(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::uint64_t hashOf(const TokenId &id)
{
    std::uint64_t parts[2];
    std::memcpy(parts, id.data(), sizeof parts);
    return (parts[0] ^ std::rotl(parts[1], 29)) * 0x9e3779b97f4a7c15ULL;
}

} // namespace

std::string idText(const TokenId &id)
{
    std::string text;
    text.reserve(IdTextSize);
    for (const std::uint8_t byte : id) {
        if (isDashAt(text.size()))
            text += '-';
        text += HexDigits[byte >> 4];
        text += HexDigits[byte & 0xf];
    }
    return text;
}

std::optional<TokenId> parseId(std::string_view text)
{
    if (text.size() != IdTextSize)
        return std::nullopt;
    TokenId id{};
    std::size_t digit = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashAt(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0)
            return std::nullopt;
        id[digit / 2] = static_cast<std::uint8_t>(id[digit / 2] << 4 | value);
        ++digit;
    }
    return id;
}

TokenId asVersion4(TokenId random)
{
    random[6] = static_cast<std::uint8_t>((random[6] & 0x0f) | 0x40);
    random[8] = static_cast<std::uint8_t>((random[8] & 0x3f) | 0x80);
    return random;
}

TokenId randomId()
{
    TokenId id{};
    if (RAND_bytes(id.data(), int(id.size())) != 1)
        throw std::runtime_error("no random bytes");
    return asVersion4(id);
}

void TokenStore::reserve(std::size_t tokens)
{
    const std::unique_lock lock(m_mutex);
    m_rows.reserve(tokens);
    m_names.reserve(tokens * 28);
    rebuildIndex(tokens * 2);
}

void TokenStore::add(const TokenView &token)
{
    const std::unique_lock lock(m_mutex);
    const auto [set, isNew] =
        m_roleSetNumbers.try_emplace(token.roles, static_cast<std::uint32_t>(m_roleSets.size()));
    if (isNew)
        m_roleSets.push_back(token.roles);
    m_rows.push_back({token.id, token.issuedAt, token.expiresAt, m_names.size(),
                      static_cast<std::uint32_t>(token.name.size()), set->second & 0x3fffffffU,
                      token.isOdd, token.revoked});
    m_names.append(token.name);
    if (m_rows.size() * 3 / 2 >= m_index.size())
        rebuildIndex(m_rows.size() * 4);
    else
        m_index[slotOf(token.id)] = static_cast<std::uint32_t>(m_rows.size());
}

std::size_t TokenStore::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_rows.size();
}

bool TokenStore::visit(std::string_view id, const Visitor &visitor) const
{
    const std::shared_lock lock(m_mutex);
    const auto row = find(id);
    if (row)
        visitor(viewOf(m_rows[*row]));
    return row.has_value();
}

void TokenStore::visitAll(std::optional<bool> revoked, const Visitor &visitor) const
{
    const std::shared_lock lock(m_mutex);
    for (const Row &row : m_rows) {
        if (!revoked || *revoked == (row.revoked != 0))
            visitor(viewOf(row));
    }
}

bool TokenStore::revoke(std::string_view id)
{
    const std::unique_lock lock(m_mutex);
    const auto row = find(id);
    if (row)
        m_rows[*row].revoked = 1;
    return row.has_value();
}

std::size_t TokenStore::prune(std::int64_t expiredBefore)
{
    const std::unique_lock lock(m_mutex);
    std::string names;
    const auto gone = std::stable_partition(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return !row.revoked && row.expiresAt >= expiredBefore;
    });
    const auto deleted = std::size_t(m_rows.end() - gone);
    if (deleted == 0)
        return 0;
    m_rows.erase(gone, m_rows.end());
    for (Row &row : m_rows) {
        const std::uint64_t offset = names.size();
        names.append(m_names, row.nameOffset, row.nameSize);
        row.nameOffset = offset;
    }
    m_names = std::move(names);
    rebuildIndex(m_rows.size() * 4);
    return deleted;
}

std::optional<std::size_t> TokenStore::find(std::string_view id) const
{
    const auto key = parseId(id);
    if (!key || m_index.empty())
        return std::nullopt;
    const std::uint32_t row = m_index[slotOf(*key)];
    return row == 0 ? std::nullopt : std::optional<std::size_t>(row - 1);
}

/// The slot of @p id, or the free slot in which to insert it.
std::size_t TokenStore::slotOf(const TokenId &id) const
{
    const std::size_t mask = m_index.size() - 1;
    std::size_t slot = hashOf(id) >> 20 & mask;
    while (m_index[slot] != 0 && m_rows[m_index[slot] - 1].id != id)
        slot = (slot + 1) & mask;
    return slot;
}

void TokenStore::rebuildIndex(std::size_t slots)
{
    m_index.assign(std::bit_ceil(std::max<std::size_t>(slots, 64)), 0);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_index[slotOf(m_rows[row].id)] = static_cast<std::uint32_t>(row + 1);
}

TokenView TokenStore::viewOf(const Row &row) const
{
    return {row.id,
            std::string_view(m_names).substr(row.nameOffset, row.nameSize),
            m_roleSets[row.roleSet],
            row.issuedAt,
            row.expiresAt,
            row.revoked != 0,
            row.isOdd != 0};
}

} // namespace rox::demo
