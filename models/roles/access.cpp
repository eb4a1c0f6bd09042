// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/access.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

Access accessFromName(QStringView name)
{
    if (name == "READ_WRITE_ACCESS"_L1)
        return Access::ReadWrite;
    if (name == "READ_ACCESS"_L1)
        return Access::Read;
    return Access::None;
}

void unite(AccessMap &to, const AccessMap &other)
{
    for (auto it = other.cbegin(); it != other.cend(); ++it)
        to[it.key()] = std::max(to.value(it.key(), Access::None), it.value());
}

AccessMap beyond(const AccessMap &granted, const AccessMap &need)
{
    AccessMap excess;
    for (auto it = granted.cbegin(); it != granted.cend(); ++it) {
        if (it.value() > need.value(it.key(), Access::None))
            excess.insert(it.key(), it.value());
    }
    return excess;
}

namespace {

QStringList resourcesWith(const AccessMap &map, Access wanted)
{
    QStringList resources;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (it.value() == wanted)
            resources.append(it.key());
    }
    return resources;
}

} // namespace

QStringList RoleGrant::writes() const
{
    return resourcesWith(access, Access::ReadWrite);
}

QStringList RoleGrant::reads() const
{
    return resourcesWith(access, Access::Read);
}

bool RoleGrant::mayRevokeTokens() const
{
    return access.value(u"Integration"_s, Access::None) == Access::ReadWrite;
}

} // namespace rox
