// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QtGlobal>

namespace rox {

/// A token's value or a password: moved, never copied, never printed, wiped when it goes.
/// The bytes live in one heap block of their own that is never shared.
class Secret
{
public:
    Secret() = default;
    /// Copies the bytes; the caller wipes its own.
    explicit Secret(QByteArrayView bytes);
    /// Takes the bytes over and wipes the source, if nobody shares it.
    [[nodiscard]] static Secret take(QByteArray &&bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// A second one, where it is meant: the word in the code says so.
    [[nodiscard]] Secret clone() const { return Secret(view()); }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// In a time that depends on the length alone.
    [[nodiscard]] bool equals(const Secret &other) const;
    void wipe();

private:
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites the bytes in a way that the compiler may not drop. Detaches nothing: a shared array
/// is left.
void wipe(QByteArray &bytes);

void operator<<(const QDebug &, const Secret &) = delete;

} // namespace rox
