// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/secret.h"

#include <cstring>
#include <utility>

namespace rox {

namespace {

void wipeBytes(char *bytes, qsizetype size)
{
    if (bytes && size > 0)
        ::explicit_bzero(bytes, std::size_t(size));
}

} // namespace

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        wipeBytes(bytes.data(), bytes.size());
    bytes.clear();
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : new char[std::size_t(bytes.size())])
    , m_size(bytes.size())
{
    if (m_bytes)
        std::memcpy(m_bytes, bytes.data(), std::size_t(m_size));
}

Secret Secret::take(QByteArray &&bytes)
{
    Secret secret{QByteArrayView(bytes)};
    rox::wipe(bytes);
    return secret;
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

bool Secret::equals(const Secret &other) const
{
    if (m_size != other.m_size)
        return false;
    volatile unsigned char different = 0; // volatile: the compiler must not add an early return
    for (qsizetype i = 0; i < m_size; ++i)
        different = different | static_cast<unsigned char>(m_bytes[i] ^ other.m_bytes[i]);
    return different == 0;
}

void Secret::wipe()
{
    wipeBytes(m_bytes, m_size);
    delete[] m_bytes;
    m_bytes = nullptr;
    m_size = 0;
}

} // namespace rox
