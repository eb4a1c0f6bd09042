// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace rox::test {

/// A secret that a test searches for in its own memory. Stored inverted, so that the search does
/// not find this copy.
class HiddenText
{
public:
    /// `size` random letters.
    [[nodiscard]] static HiddenText random(qsizetype size);

    [[nodiscard]] qsizetype size() const { return m_inverted.size(); }
    [[nodiscard]] char at(qsizetype index) const { return static_cast<char>(~m_inverted[index]); }
    /// The number of occurrences of its first 32 bytes in this process's writable memory.
    [[nodiscard]] int occurrences() const;

private:
    QByteArray m_inverted;
};

} // namespace rox::test
