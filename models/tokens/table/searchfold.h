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

/// Appends foldedForSearch(utf8) as UTF-8.
void appendFolded(std::string &arena, std::string_view utf8);

/// One entry: each role folded, U+0000 after it.
void appendFoldedRoles(SearchArena &arena, const QStringList &roles);

} // namespace rox
