// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/values/noticepreferences.h"

#include <QHash>
#include <QList>

#include <optional>

namespace rox {

/// Which threshold of NoticeDays each token of one server was last notified for. Tokens are named
/// by a hash of their ids: what is kept in the settings identifies none.
class NotifiedTokens
{
public:
    /// The place in NoticeDays; -1: none yet.
    [[nodiscard]] int thresholdOf(const QString &id) const;
    void add(const QString &id, int threshold, UtcMs expiresAt);
    /// Drops what expired more than a week ago, unless Central still lists it.
    void dropOld(UtcMs now, const TokenTable &listed);
    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }

    [[nodiscard]] QString toText() const;
    /// Leaves out what it does not understand.
    [[nodiscard]] static NotifiedTokens fromText(const QString &text);

    bool operator==(const NotifiedTokens &) const = default;

private:
    struct Entry
    {
        int threshold;
        UtcMs expiresAt;
        bool operator==(const Entry &) const = default;
    };
    QHash<QString, Entry> m_tokens; ///< by the hash of the id
};

/// The tokens of one server that the user is to be notified about, in one notification.
struct ExpiryDigest
{
    /// One token, and the place in NoticeDays of the threshold that it has reached.
    struct Due
    {
        TokenTable::Row row;
        int threshold;
        bool operator==(const Due &) const = default;
    };
    QList<Due> due;  ///< what expires first comes first
    int expired = 0; ///< of them
    int days = 0;    ///< all the others expire within so many; the largest threshold of them

    [[nodiscard]] bool isEmpty() const { return due.isEmpty(); }
    [[nodiscard]] int expiring() const { return int(due.size()) - expired; }
};

/// Pure. A token is due once it has reached a chosen threshold that is closer to its expiration
/// than the one that it was last notified for; of several that it has passed, the closest counts.
/// Revoked tokens and tokens that never expire are not due.
[[nodiscard]] ExpiryDigest dueDigest(const TokenTable &table, UtcMs now,
                                     const ServerNotices &notices, const NotifiedTokens &notified);
/// The next time after `now` at which a token reaches a chosen threshold; none: never.
[[nodiscard]] std::optional<UtcMs> nextThreshold(const TokenTable &table, UtcMs now,
                                                 const ServerNotices &notices);
/// Notes that the digest was shown.
void note(const ExpiryDigest &digest, const TokenTable &table, NotifiedTokens *notified);

} // namespace rox
