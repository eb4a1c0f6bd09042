// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/rowruns.h"

#include <algorithm>

namespace rox {

namespace {

std::vector<bool> membersOf(std::span<const quint32> numbers, quint32 universe)
{
    std::vector<bool> members(universe);
    for (const quint32 number : numbers) {
        if (number < universe)
            members[number] = true;
    }
    return members;
}

} // namespace

std::optional<std::vector<RowRun>> runsBetween(std::span<const quint32> before,
                                               std::span<const quint32> after, quint32 universe,
                                               std::size_t limit)
{
    if (std::equal(before.begin(), before.end(), after.begin(), after.end()))
        return std::vector<RowRun>();
    const std::vector<bool> wasShown = membersOf(before, universe);
    const std::vector<bool> isShown = membersOf(after, universe);
    const auto goes = [&](quint32 number) { return number >= universe || !isShown[number]; };
    std::vector<RowRun> runs;
    std::size_t from = 0;
    std::size_t to = 0;
    while (from < before.size() || to < after.size()) {
        if (from < before.size() && to < after.size() && before[from] == after[to]) {
            ++from;
            ++to;
            continue;
        }
        RowRun run{quint32(to), 0, 0};
        for (; from < before.size() && goes(before[from]); ++from)
            ++run.removed;
        for (; to < after.size() && !wasShown[after[to]]; ++to)
            ++run.inserted;
        if ((run.removed == 0 && run.inserted == 0) || runs.size() == limit)
            return {};
        runs.push_back(run);
    }
    return runs;
}

} // namespace rox
