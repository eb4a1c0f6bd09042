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

const KeptHistory *KeptHistories::find(const QString &address) const
{
    const auto found =
        std::find_if(histories.cbegin(), histories.cend(),
                     [&](const KeptHistory &history) { return history.address == address; });
    return found == histories.cend() ? nullptr : &*found;
}

} // namespace rox
