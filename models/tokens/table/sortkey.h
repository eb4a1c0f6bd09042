// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace rox {

/// What rows can be ordered by. A status depends on the time of day: a table orders Status by name,
/// and select() groups these rows by their status.
enum class SortKey : quint8 { Status, Name, Roles, Expires, Issued, Id };
inline constexpr int SortKeyCount = 6;

} // namespace rox
