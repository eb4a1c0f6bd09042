// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tableimage.h"

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/tokencolumns.h"
#include "models/tokens/table/tokentablebuilder.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <limits>

namespace rox::tableimage {

namespace {

using Row = TokenTable::Row;

/// What the columns after it hold. Numbers are in the byte order of this computer.
struct Head
{
    quint32 byteOrder = 0x01020304;
    quint32 version = 1;
    quint64 rows = 0;
    quint64 textBytes = 0;
    quint64 roleBytes = 0;
    quint64 orderBytes = 0; ///< of nameOrderId()
};

template <class T>
std::span<const char> bytesOf(const T &list)
{
    return {reinterpret_cast<const char *>(list.data()), list.size() * sizeof(list[0])};
}

QByteArray rolesOf(const TokenTable &table)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << table.roleSetCount();
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
        stream << table.rolesOf(set);
    return bytes;
}

/// Takes one column after another.
class Reader
{
public:
    explicit Reader(std::span<const char> bytes)
        : m_left(bytes)
    {}

    [[nodiscard]] bool take(Head &head) { return take(&head, sizeof head); }
    template <class List>
    [[nodiscard]] bool take(List &list, quint64 count)
    {
        if (count > m_left.size() / sizeof(list[0]))
            return false;
        list.resize(typename List::size_type(count));
        return take(list.data(), std::size_t(count) * sizeof(list[0]));
    }
    [[nodiscard]] bool isAtEnd() const { return m_left.empty(); }

private:
    [[nodiscard]] bool take(void *to, std::size_t size)
    {
        if (size > m_left.size())
            return false;
        if (size > 0)
            std::memcpy(to, m_left.data(), size);
        m_left = m_left.subspan(size);
        return true;
    }

    std::span<const char> m_left;
};

bool readRoles(const QByteArray &bytes, std::vector<QStringList> &lists)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    TokenTable::RoleSet count = 0;
    stream >> count;
    for (TokenTable::RoleSet set = 0; set < count && stream.status() == QDataStream::Ok; ++set)
        stream >> lists.emplace_back();
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

/// Each row is there once.
bool isOrder(const std::vector<Row> &rows)
{
    std::vector<bool> seen(rows.size());
    return std::all_of(rows.begin(), rows.end(), [&seen](Row row) {
        if (row >= seen.size() || seen[row])
            return false;
        seen[row] = true;
        return true;
    });
}

/// No number points outside of what it is a place in.
bool isSound(const PlainColumns &columns)
{
    const auto sets = columns.roleLists.size();
    return columns.cuts.front() == 0 && columns.cuts.back() == columns.text.size()
           && std::is_sorted(columns.cuts.begin(), columns.cuts.end())
           && std::all_of(columns.roleSets.begin(), columns.roleSets.end(),
                          [sets](TokenTable::RoleSet set) { return set < sets; });
}

bool isSound(const TableOrders &orders)
{
    return isOrder(orders.byName) && isOrder(orders.byExpiry)
           && std::all_of(orders.nameRanks.begin(), orders.nameRanks.end(),
                          [count = orders.byName.size()](quint32 rank) { return rank < count; });
}

} // namespace

void write(const TokenTable &table, const Sink &sink)
{
    const QByteArray roles = rolesOf(table);
    const QByteArray order = nameOrderId();
    const Head head{.rows = table.size(),
                    .textBytes = table.text().size(),
                    .roleBytes = quint64(roles.size()),
                    .orderBytes = quint64(order.size())};
    sink({reinterpret_cast<const char *>(&head), sizeof head});
    sink(bytesOf(table.textOffsets()));
    sink(bytesOf(table.issueTimes()));
    sink(bytesOf(table.expiryTimes()));
    sink(bytesOf(table.roleSets()));
    sink(bytesOf(table.revokedFlags()));
    sink(bytesOf(table.rowsBy(SortKey::Name)));
    sink(bytesOf(table.nameRanks()));
    sink(bytesOf(table.rowsBy(SortKey::Expires)));
    sink({roles.constData(), std::size_t(roles.size())});
    sink({order.constData(), std::size_t(order.size())});
    sink(bytesOf(table.text()));
}

TokenTablePtr read(std::span<const char> bytes)
{
    Reader reader(bytes);
    Head head;
    if (!reader.take(head) || head.byteOrder != Head().byteOrder || head.version != Head().version
        || head.rows >= std::numeric_limits<Row>::max())
        return nullptr;
    PlainColumns columns;
    std::vector<quint8> revoked;
    TableOrders orders;
    QByteArray roles;
    QByteArray order;
    const bool isWhole =
        reader.take(columns.cuts, head.rows * 2 + 1) && reader.take(columns.issuedAt, head.rows)
        && reader.take(columns.expiresAt, head.rows) && reader.take(columns.roleSets, head.rows)
        && reader.take(revoked, head.rows) && reader.take(orders.byName, head.rows)
        && reader.take(orders.nameRanks, head.rows) && reader.take(orders.byExpiry, head.rows)
        && reader.take(roles, head.roleBytes) && reader.take(order, head.orderBytes)
        && reader.take(columns.text, head.textBytes) && reader.isAtEnd();
    if (!isWhole || !readRoles(roles, columns.roleLists) || !isSound(columns) || !isSound(orders))
        return nullptr;
    if (order != nameOrderId())
        orders = {};
    return TokenTableBuilder::build(std::move(columns), std::move(revoked), std::move(orders));
}

} // namespace rox::tableimage
