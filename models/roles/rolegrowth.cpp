// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolegrowth.h"

namespace rox {

namespace {

bool isUnrestricted(const RoleSeen &role)
{
    return role.scopeId.isEmpty() || role.scopeId == UnrestrictedScope;
}

bool isWider(const RoleSeen &now, const RoleSeen &before)
{
    return !isUnrestricted(before) && now.scopeId != before.scopeId;
}

bool isMore(const RoleSeen &now, const RoleSeen &before)
{
    return isWider(now, before) || !beyond(now.access, before.access).isEmpty();
}

/// How the role was at this time, or when it was first seen.
qsizetype placeAt(const QList<RoleSeen> &spans, UtcMs time)
{
    qsizetype place = 0;
    while (time != NoTime && place + 1 < spans.size() && spans.at(place + 1).firstAt <= time)
        ++place;
    return place;
}

} // namespace

QList<RoleGrowth> grownSince(const RolesSeen &seen, const QStringList &roles, UtcMs issuedAt)
{
    QList<RoleGrowth> grown;
    for (const QString &role : roles) {
        const QList<RoleSeen> spans = seen.value(role);
        if (spans.isEmpty())
            continue;
        const qsizetype then = placeAt(spans, issuedAt);
        const RoleSeen &before = spans.at(then);
        if (!isMore(spans.last(), before))
            continue;
        qsizetype next = then + 1;
        while (!isMore(spans.at(next), before))
            ++next;
        grown.append({role, beyond(spans.last().access, before.access),
                      isWider(spans.last(), before), spans.at(next - 1).lastAt,
                      spans.at(next).firstAt});
    }
    return grown;
}

} // namespace rox
