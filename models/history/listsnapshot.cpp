// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/listsnapshot.h"

#include "models/tokens/table/tableimage.h"

#include <QFile>
#include <QSaveFile>

#include <array>
#include <cstring>
#include <utility>
#include <zlib.h>

namespace rox {

namespace {

constexpr std::array<char, 8> Magic{'R', 'o', 'x', 'L', 'i', 's', 't', '1'};

/// The start of the file. An image of the table comes next, and at last the CRC-32 of all that.
struct Head
{
    std::array<char, 8> magic = Magic;
    std::array<char, 16> history{};
    qint64 listing = 0;
    qint64 firstAt = 0;

    Head() = default;
    explicit Head(const ListSnapshot::Key &key)
        : listing(key.listing)
        , firstAt(key.firstAt)
    {
        const QByteArray uuid = key.history.toRfc4122();
        std::memcpy(history.data(), uuid.constData(), history.size());
    }
    bool operator==(const Head &) const = default;
};

using Crc = quint32;

Crc crcOf(std::span<const char> bytes, Crc before = 0)
{
    if (bytes.empty())
        return before; // zlib begins anew at a null pointer
    return Crc(::crc32_z(before, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
}

TokenTablePtr tableIn(std::span<const char> bytes, const ListSnapshot::Key &key)
{
    Head head;
    Crc crc = 0;
    if (bytes.size() < sizeof head + sizeof crc)
        return nullptr;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head != Head(key)) // before the CRC: the usual reason, and quick to find
        return nullptr;
    const auto body = bytes.first(bytes.size() - sizeof crc);
    std::memcpy(&crc, bytes.data() + body.size(), sizeof crc);
    return crcOf(body) == crc ? tableimage::read(body.subspan(sizeof head)) : nullptr;
}

} // namespace

ListSnapshot::ListSnapshot(QString path, std::chrono::milliseconds pause)
    : m_path(std::move(path))
    , m_pause(pause)
{}

ListSnapshot::~ListSnapshot()
{
    if (m_pending)
        write(*m_pending);
}

TokenTablePtr ListSnapshot::read(const Key &key)
{
    QFile file(m_path);
    if (m_path.isEmpty() || key.listing == 0 || !file.open(QIODevice::ReadOnly))
        return nullptr;
    const auto size = std::size_t(file.size());
    const uchar *bytes = size > 0 ? file.map(0, qint64(size)) : nullptr;
    if (!bytes)
        return nullptr;
    TokenTablePtr table = tableIn({reinterpret_cast<const char *>(bytes), size}, key);
    if (table)
        m_kept = key;
    return table;
}

void ListSnapshot::keep(const Key &key, const TokenTablePtr &table)
{
    if (m_path.isEmpty() || key == m_kept || !table->unread().isEmpty())
        return;
    const bool isLarge = table->size() > LargeList;
    if (isLarge && m_sinceLarge.isValid() && !m_sinceLarge.hasExpired(m_pause.count())) {
        m_pending = {key, table};
        return;
    }
    write({key, table});
    if (isLarge)
        m_sinceLarge.start();
}

void ListSnapshot::write(const Pending &list)
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    // Names of tokens are for the user alone, as in the history.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Crc crc = 0;
    const auto put = [&](std::span<const char> bytes) {
        crc = crcOf(bytes, crc);
        file.write(bytes.data(), qint64(bytes.size()));
    };
    const Head head(list.key);
    put({reinterpret_cast<const char *>(&head), sizeof head});
    tableimage::write(*list.table, put);
    file.write(reinterpret_cast<const char *>(&crc), sizeof crc);
    if (file.commit())
        m_kept = list.key;
    m_pending.reset();
}

} // namespace rox
