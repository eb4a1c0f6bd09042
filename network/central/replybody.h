// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <cstdlib>
#include <memory>
#include <span>

class QIODevice;

namespace rox {

/// The bytes of one reply in one block, with room for simdjson's padding behind them, so that they
/// are decoded in place. The destructor wipes a body that may hold a token's value.
class ReplyBody
{
public:
    enum class Holds { Plain, Secret };

    explicit ReplyBody(Holds holds = Holds::Plain)
        : m_holds(holds)
    {}
    explicit ReplyBody(QByteArrayView bytes, Holds holds = Holds::Plain);
    ~ReplyBody();
    ReplyBody(ReplyBody &&other) noexcept;
    ReplyBody &operator=(ReplyBody &&other) noexcept;
    ReplyBody(const ReplyBody &) = delete;
    ReplyBody &operator=(const ReplyBody &) = delete;

    /// Reads all available bytes. Returns false if there are more than `maxBytes` now.
    [[nodiscard]] bool takeFrom(QIODevice &device, qint64 maxBytes);
    /// Room for at least `bytes` behind the content. Bytes written there belong to it after grow().
    [[nodiscard]] std::span<char> room(qint64 bytes);
    void grow(qint64 bytes);
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qint64 capacity() const { return m_capacity; }

private:
    struct Free
    {
        void operator()(char *bytes) const { std::free(bytes); }
    };

    void reserve(qint64 bytes);
    void padWithNothing();
    void wipe();

    std::unique_ptr<char, Free> m_bytes;
    qint64 m_size = 0;
    qint64 m_capacity = 0; ///< at least m_size plus the padding
    Holds m_holds;
};

} // namespace rox
