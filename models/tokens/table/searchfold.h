// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace rox {

/// Folded texts one after the other, and where each starts (one more than there are).
struct SearchArena
{
    std::string text;
    std::vector<quint64> offsets{0};

    void endEntry() { offsets.push_back(text.size()); }
};

/// A folded text without its accents: marks are taken off, and letters such as "ø" and "ł", which
/// do not come apart, become "o" and "l".
[[nodiscard]] QString withoutAccents(const QString &folded);

/// What a word is looked for in: the folded text, and behind U+FFFF the same without accents if it
/// has any. So "credit" finds "crédit", and "crédit" does not find "credit".
[[nodiscard]] QString searchTextOf(QStringView text);

/// Appends searchTextOf(utf8) as UTF-8.
void appendFolded(std::string &arena, std::string_view utf8);

/// One entry: searchTextOf() of each role, U+0000 after it.
void appendFoldedRoles(SearchArena &arena, const QStringList &roles);

} // namespace rox
