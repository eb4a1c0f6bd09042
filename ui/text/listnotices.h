// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

namespace rox {

/// What a message bar says of a list that was read: the first sentence, and the rest.
struct ListNotice
{
    QString lead;
    QString text;
};

/// Tokens that could not be read, with their ids. `unread` is not empty.
[[nodiscard]] ListNotice unreadTokensNotice(const QList<UnreadToken> &unread);
/// One line for each token: its id, and what could not be read. To copy.
[[nodiscard]] QString unreadTokensDetails(const QList<UnreadToken> &unread);

/// Central's clock is `ahead` of this computer's, or behind if negative; `now` is its time.
[[nodiscard]] ListNotice clockNotice(const QString &server, UtcMs ahead, UtcMs now);

} // namespace rox
