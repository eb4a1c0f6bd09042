// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <span>
#include <string_view>

namespace rox {

struct PlainColumns;
struct TableOrders;

/// Fills a TokenTable row by row. All text is valid UTF-8 (the decoder proves it). Not thread safe.
class TokenTableBuilder
{
public:
    TokenTableBuilder();
    ~TokenTableBuilder();
    TokenTableBuilder(const TokenTableBuilder &) = delete;
    TokenTableBuilder &operator=(const TokenTableBuilder &) = delete;

    /// Expected rows and bytes of ids and names; a guess is enough.
    void reserve(std::size_t rows, std::size_t textBytes);
    /// The number of this list of roles; the same list gets the same number.
    [[nodiscard]] TokenTable::RoleSet roleSet(std::span<const std::string_view> roles);
    [[nodiscard]] TokenTable::RoleSet roleSet(const QStringList &roles);
    void add(std::string_view id, std::string_view name, TokenTable::RoleSet roles, UtcMs issuedAt,
             UtcMs expiresAt, bool revoked);
    void add(const Token &token);
    void addUnread(UnreadToken token);
    /// The table; the builder is empty afterwards.
    [[nodiscard]] TokenTablePtr build();
    /// A table of whole columns. `orders` are those of these rows, or empty.
    [[nodiscard]] static TokenTablePtr build(PlainColumns columns, std::vector<quint8> revoked,
                                             TableOrders orders);

private:
    struct Filling;
    std::unique_ptr<Filling> m_filling;
};

} // namespace rox
