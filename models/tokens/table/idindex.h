// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace rox {

/// From an id to the first row that has it: row numbers in an open-addressed table, the text stays
/// where it is. `idOf(row)` gives a row's id.
class IdIndex
{
public:
    IdIndex() = default;

    template <class IdOf>
    IdIndex(quint32 rows, const IdOf &idOf)
    {
        std::size_t count = 16;
        while (count < std::size_t(rows) * 2)
            count *= 2;
        m_slots.assign(count, Empty);
        for (quint32 row = 0; row < rows; ++row) {
            quint32 &slot = m_slots[slotOf(idOf(row), idOf)];
            if (slot == Empty)
                slot = row;
        }
    }

    /// The index with the rows [first, rows) more, if there is room for them.
    template <class IdOf>
    [[nodiscard]] std::optional<IdIndex> with(quint32 first, quint32 rows, const IdOf &idOf) const
    {
        if (m_slots.size() < std::size_t(rows) * 2)
            return {};
        IdIndex copy = *this;
        for (quint32 row = first; row < rows; ++row) {
            quint32 &slot = copy.m_slots[copy.slotOf(idOf(row), idOf)];
            if (slot == Empty)
                slot = row;
        }
        return copy;
    }

    template <class IdOf>
    [[nodiscard]] std::optional<quint32> find(std::string_view id, const IdOf &idOf) const
    {
        if (m_slots.empty())
            return {};
        const quint32 row = m_slots[slotOf(id, idOf)];
        return row == Empty ? std::optional<quint32>() : row;
    }

    /// The slot at which a look-up of this id begins. Fetches it into the cache: a look-up of many
    /// ids is several times as fast if this is called for several of them first.
    [[nodiscard]] std::size_t fetchHome(std::string_view id) const
    {
        const std::size_t home = hashOf(id) & (m_slots.size() - 1);
        __builtin_prefetch(&m_slots[home]);
        return home;
    }
    [[nodiscard]] std::optional<quint32> rowAt(std::size_t home) const
    {
        return m_slots[home] == Empty ? std::optional<quint32>() : m_slots[home];
    }
    [[nodiscard]] bool isEmpty() const { return m_slots.empty(); }
    /// How many different ids there are.
    [[nodiscard]] std::size_t count() const
    {
        return m_slots.size() - std::size_t(std::count(m_slots.begin(), m_slots.end(), Empty));
    }

private:
    static constexpr quint32 Empty = ~quint32(0);

    /// Seeded for each run, so that no server can choose ids that collide.
    [[nodiscard]] static std::size_t hashOf(std::string_view id);

    template <class IdOf>
    [[nodiscard]] std::size_t slotOf(std::string_view id, const IdOf &idOf) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hashOf(id) & mask;
        while (m_slots[at] != Empty && idOf(m_slots[at]) != id)
            at = (at + 1) & mask;
        return at;
    }

    std::vector<quint32> m_slots; ///< a power of two, at most half full
};

} // namespace rox
