// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace rox::test {

/// A secret that a test looks for in its own memory. Kept inverted, so that looking does not find
/// the searcher's own copy.
class HiddenText
{
public:
    /// `size` letters that stand nowhere else.
    [[nodiscard]] static HiddenText random(qsizetype size);

    [[nodiscard]] qsizetype size() const { return m_inverted.size(); }
    [[nodiscard]] char at(qsizetype index) const { return static_cast<char>(~m_inverted[index]); }
    /// How often its first 32 bytes stand in this process's writable memory.
    [[nodiscard]] int occurrences() const;

private:
    QByteArray m_inverted;
};

} // namespace rox::test
