// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/permissions.h"

#include "network/demo/json.h"

#include <algorithm>

namespace rox::demo {

std::string_view accessName(Access access)
{
    switch (access) {
    case Access::None:
        return "NO_ACCESS";
    case Access::Read:
        return "READ_ACCESS";
    case Access::ReadWrite:
        return "READ_WRITE_ACCESS";
    }
    return "NO_ACCESS";
}

Permissions Permissions::uniform(Access access)
{
    Permissions all;
    all.m_access.fill(access);
    return all;
}

Permissions &Permissions::grant(std::string_view resource, Access access)
{
    m_access[resourceIndex(resource)] = access;
    return *this;
}

bool Permissions::isEmpty() const
{
    return std::all_of(m_access.begin(), m_access.end(),
                       [](Access access) { return access == Access::None; });
}

void Permissions::unite(const Permissions &other)
{
    for (std::size_t i = 0; i < m_access.size(); ++i)
        m_access[i] = std::max(m_access[i], other.m_access[i]);
}

std::string Permissions::json() const
{
    std::string out = "{";
    for (std::size_t i = 0; i < m_access.size(); ++i) {
        if (m_access[i] == Access::None)
            continue;
        if (out.size() > 1)
            out += ',';
        appendJsonString(out, Resources[i]);
        out += ':';
        appendJsonString(out, accessName(m_access[i]));
    }
    return out + '}';
}

} // namespace rox::demo
