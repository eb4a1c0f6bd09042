// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/tokens/token.h"

#include <QList>

#include <random>

namespace rox {

/// Random tokens, among them unusual ones that a server could send: odd Unicode, long names, NUL,
/// no times, year 9999, duplicate names. Deterministic per seed.
class RandomTokens
{
public:
    explicit RandomTokens(quint32 seed)
        : m_random(seed)
    {}

    [[nodiscard]] Token next();
    [[nodiscard]] QList<Token> list(int count);
    /// A random number from 0 to `bound` - 1.
    [[nodiscard]] quint32 below(quint32 bound) { return quint32(m_random() % bound); }
    template <class List>
    [[nodiscard]] const auto &oneOf(const List &list)
    {
        return list[below(quint32(std::size(list)))];
    }

private:
    [[nodiscard]] QString name();
    [[nodiscard]] UtcMs time();

    std::mt19937 m_random;
};

/// A table of `tokens` in this order.
[[nodiscard]] TokenTablePtr tableOf(const QList<Token> &tokens);

/// The time around which the random times are: 2026-08-22T10:15:30Z.
inline constexpr UtcMs RandomNow = 1787393730000;

} // namespace rox
