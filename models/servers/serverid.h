// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace rox {

/// Identity of one entry in the list of servers: a profile's id, or a fresh one for a connection of
/// this run and for the demo. Never null; where there may be no server stands an optional.
class ServerId
{
public:
    /// `id` must not be null.
    explicit ServerId(const QUuid &id)
        : m_id(id)
    {
        Q_ASSERT(!id.isNull());
    }
    [[nodiscard]] static ServerId fresh() { return ServerId(QUuid::createUuid()); }
    /// None if the text is no UUID.
    [[nodiscard]] static std::optional<ServerId> parse(const QString &text)
    {
        const QUuid id(text);
        return id.isNull() ? std::nullopt : std::optional(ServerId(id));
    }

    [[nodiscard]] const QUuid &value() const { return m_id; }
    [[nodiscard]] QString toString() const { return m_id.toString(); }

    bool operator==(const ServerId &) const = default;
    bool operator<(const ServerId &other) const { return m_id < other.m_id; }
    friend size_t qHash(const ServerId &id, size_t seed = 0) { return qHash(id.m_id, seed); }

private:
    QUuid m_id;
};

/// Stands for all servers where the window may be on one of them or on all. No entry has it.
[[nodiscard]] inline ServerId allServersId()
{
    return ServerId(QUuid(0xa115e4e5, 0x0000, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

} // namespace rox

Q_DECLARE_METATYPE(rox::ServerId)
