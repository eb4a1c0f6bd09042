// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <functional>
#include <span>

namespace rox {

/// A table as bytes that this computer can read again: its columns, and the orders by name and by
/// expiration, which take a second to make for a million rows.
namespace tableimage {

/// Takes the bytes one piece after another.
using Sink = std::function<void(std::span<const char>)>;

/// Without the tokens that could not be read, see TokenTable::unread().
void write(const TokenTable &table, const Sink &sink);

/// Null: the bytes are no whole image, or of another version. An order by name that was made for
/// another language is left out, and made at its first use.
[[nodiscard]] TokenTablePtr read(std::span<const char> bytes);

} // namespace tableimage
} // namespace rox
