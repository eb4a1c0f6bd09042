// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QtGlobal>

namespace rox {

/// A token's value or a password: movable, not copyable, not printable, wiped on destruction.
/// Its bytes are in one heap block that is never shared.
class Secret
{
public:
    Secret() = default;
    /// Copies the bytes; the caller has to wipe its own copy.
    explicit Secret(QByteArrayView bytes);
    /// Copies the bytes and wipes the source, unless the source shares its buffer.
    [[nodiscard]] static Secret take(QByteArray &&bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// An explicit copy.
    [[nodiscard]] Secret clone() const { return Secret(view()); }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Compares in constant time: the duration depends on the length only.
    [[nodiscard]] bool equals(const Secret &other) const;
    void wipe();

private:
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites and clears the array; the compiler cannot optimise this away. A buffer that is shared
/// with another array is not overwritten.
void wipe(QByteArray &bytes);

void operator<<(const QDebug &, const Secret &) = delete;

} // namespace rox
