// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/profilemerge.h"

#include <algorithm>

namespace rox {

namespace {

using Profiles = QList<ServerProfile>;

const ServerProfile *find(const Profiles &profiles, const QUuid &id)
{
    const auto found = std::find_if(profiles.cbegin(), profiles.cend(),
                                    [&id](const auto &profile) { return profile.id == id; });
    return found == profiles.cend() ? nullptr : &*found;
}

bool isSame(const ServerProfile *one, const ServerProfile *other)
{
    return one && other ? *one == *other : one == other;
}

QList<QUuid> idsOf(const Profiles &profiles)
{
    QList<QUuid> ids;
    for (const ServerProfile &profile : profiles)
        ids.append(profile.id);
    return ids;
}

/// False if `mine` is `base` with only removals and profiles appended.
bool isReordered(const Profiles &base, const Profiles &mine)
{
    QList<QUuid> plain;
    for (const Profiles *list : {&base, &mine}) {
        for (const ServerProfile &profile : *list) {
            if (find(mine, profile.id) && !plain.contains(profile.id))
                plain.append(profile.id);
        }
    }
    return plain != idsOf(mine);
}

} // namespace

QList<ServerProfile> mergedProfiles(const QList<ServerProfile> &base,
                                    const QList<ServerProfile> &mine,
                                    const QList<ServerProfile> &theirs, const QUuid &atHand)
{
    if (theirs == base)
        return mine;
    const QList<QUuid> order =
        isReordered(base, mine) ? idsOf(mine) + idsOf(theirs) : idsOf(theirs) + idsOf(mine);
    Profiles merged;
    for (const QUuid &id : order) {
        const bool isMine = id == atHand || !isSame(find(base, id), find(mine, id));
        const ServerProfile *profile = find(isMine ? mine : theirs, id);
        if (profile && !find(merged, id))
            merged.append(*profile);
    }
    return merged;
}

} // namespace rox
