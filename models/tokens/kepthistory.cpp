// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/kepthistory.h"

#include <algorithm>
#include <numeric>

namespace rox {

qint64 KeptHistories::bytes() const
{
    return std::accumulate(
        histories.cbegin(), histories.cend(), qint64(0),
        [](qint64 sum, const KeptHistory &history) { return sum + history.bytes; });
}

int KeptHistories::files() const
{
    return std::accumulate(histories.cbegin(), histories.cend(), 0,
                           [](int sum, const KeptHistory &history) { return sum + history.files; });
}

KeptHistory KeptHistories::sum() const
{
    KeptHistory all;
    for (const KeptHistory &each : histories) {
        if (!each.isReadable)
            continue;
        all.since = all.since == NoTime || each.since == NoTime ? std::max(all.since, each.since)
                                                                : std::min(all.since, each.since);
        all.tokens += each.tokens;
        all.revoked += each.revoked;
        all.annotated += each.annotated;
        all.requests += each.requests;
        all.openRequests += each.openRequests;
        all.rotations += each.rotations;
    }
    all.bytes = bytes();
    all.files = files();
    return all;
}

const KeptHistory *KeptHistories::find(const QString &address) const
{
    const auto found =
        std::find_if(histories.cbegin(), histories.cend(),
                     [&](const KeptHistory &history) { return history.address == address; });
    return found == histories.cend() ? nullptr : &*found;
}

} // namespace rox
