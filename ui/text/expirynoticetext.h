// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/expirydigest.h"

namespace rox {

/// A notification in words, as plain text. It names no id and no value.
struct NoticeText
{
    QString title; ///< the whole news
    QString body;
};

/// `server` is untrusted. Without names neither tokens nor servers are named. `asOf`: when the list
/// was read, if Central has not answered since; NoTime: it has.
[[nodiscard]] NoticeText expiryNotice(const ExpiryDigest &digest, const TokenTable &table,
                                      const QString &server, bool showsNames, UtcMs now,
                                      UtcMs asOf = NoTime);

} // namespace rox
