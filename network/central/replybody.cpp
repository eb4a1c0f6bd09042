// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/replybody.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <new>
#include <simdjson.h>
#include <utility>

namespace rox {

namespace {

constexpr qint64 Padding = simdjson::SIMDJSON_PADDING;
constexpr qint64 FirstBlock = 16 * 1024;

} // namespace

ReplyBody::ReplyBody(QByteArrayView bytes, Holds holds)
    : m_holds(holds)
{
    reserve(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(m_bytes.get(), bytes.data(), std::size_t(bytes.size()));
    m_size = bytes.size();
    padWithNothing();
}

ReplyBody::~ReplyBody()
{
    wipe();
}

ReplyBody::ReplyBody(ReplyBody &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
    , m_holds(other.m_holds)
{}

ReplyBody &ReplyBody::operator=(ReplyBody &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
        m_holds = other.m_holds;
    }
    return *this;
}

bool ReplyBody::takeFrom(QIODevice &device, qint64 maxBytes)
{
    for (qint64 waiting = 0; m_size <= maxBytes && (waiting = device.bytesAvailable()) > 0;) {
        // One byte more than allowed shows that the reply is too big.
        const qint64 wanted = std::min(waiting, maxBytes - m_size + 1);
        reserve(m_size + wanted);
        const qint64 count = device.read(m_bytes.get() + m_size, wanted);
        if (count <= 0)
            break;
        m_size += count;
        padWithNothing();
    }
    return m_size <= maxBytes;
}

std::span<char> ReplyBody::room(qint64 bytes)
{
    reserve(m_size + bytes);
    return {m_bytes.get() + m_size, std::size_t(m_capacity - Padding - m_size)};
}

void ReplyBody::grow(qint64 bytes)
{
    m_size += bytes;
    padWithNothing();
}

// simdjson looks at the byte behind the end. An old byte there could pass for the bracket that a
// cut reply lacks.
void ReplyBody::padWithNothing()
{
    if (m_bytes)
        std::memset(m_bytes.get() + m_size, 0, std::size_t(Padding));
}

void ReplyBody::reserve(qint64 bytes)
{
    const qint64 needed = bytes + Padding;
    if (needed <= m_capacity)
        return;
    const qint64 capacity = std::max({needed, FirstBlock, m_capacity * 2});
    const auto size = std::size_t(capacity);
    if (m_holds == Holds::Secret) {
        // realloc would leave a copy of the secret in freed memory.
        std::unique_ptr<char, Free> grown(static_cast<char *>(std::malloc(size)));
        Q_CHECK_PTR(grown.get());
        if (m_size > 0)
            std::memcpy(grown.get(), m_bytes.get(), std::size_t(m_size));
        wipe();
        m_bytes = std::move(grown);
    } else {
        char *grown = static_cast<char *>(std::realloc(m_bytes.get(), size));
        Q_CHECK_PTR(grown);
        (void)m_bytes.release();
        m_bytes.reset(grown);
    }
    m_capacity = capacity;
}

void ReplyBody::wipe()
{
    if (m_bytes && m_holds == Holds::Secret)
        ::explicit_bzero(m_bytes.get(), std::size_t(m_size));
}

} // namespace rox
