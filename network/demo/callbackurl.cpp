// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/callbackurl.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <netinet/in.h>

namespace rox::demo {
namespace {

bool isHostCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == ':';
}

/// The host of "user@host:port" or "[::1]:port".
std::string_view hostOf(std::string_view authority)
{
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos)
        authority.remove_prefix(at + 1);
    if (authority.starts_with('['))
        return authority.substr(1, authority.find(']') - 1);
    return authority.substr(0, authority.find(':'));
}

} // namespace

std::optional<CallbackUrl> CallbackUrl::parse(std::string_view text)
{
    constexpr std::string_view separator = "://";
    const std::size_t schemeEnd = text.find(separator);
    if (schemeEnd == std::string_view::npos || schemeEnd == 0)
        return std::nullopt;
    CallbackUrl url;
    url.m_scheme = text.substr(0, schemeEnd);
    std::transform(url.m_scheme.begin(), url.m_scheme.end(), url.m_scheme.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    text = text.substr(0, text.find('#'));
    const std::size_t authority = schemeEnd + separator.size();
    const std::size_t authorityEnd = std::min(text.find_first_of("/?", authority), text.size());
    url.m_host = hostOf(text.substr(authority, authorityEnd - authority));
    if (url.m_host.empty() || !std::all_of(url.m_host.begin(), url.m_host.end(), isHostCharacter))
        return std::nullopt;
    const std::size_t mark = text.find('?');
    url.m_upToQuery = text.substr(0, mark);
    if (mark != std::string_view::npos)
        url.m_query = text.substr(mark + 1);
    return url;
}

bool CallbackUrl::isLoopback() const
{
    if (m_host == "localhost")
        return true;
    in_addr ipv4{};
    if (inet_pton(AF_INET, m_host.c_str(), &ipv4) == 1)
        return ntohl(ipv4.s_addr) >> IN_CLASSA_NSHIFT == IN_LOOPBACKNET;
    in6_addr ipv6{};
    return inet_pton(AF_INET6, m_host.c_str(), &ipv6) == 1 && IN6_IS_ADDR_LOOPBACK(&ipv6);
}

std::string CallbackUrl::with(const QueryParameters &values) const
{
    QueryParameters query = parseQuery(m_query);
    std::erase_if(query, [&values](const auto &parameter) {
        return valueOf(values, parameter.first).has_value();
    });
    query.insert(query.end(), values.begin(), values.end());
    return m_upToQuery + '?' + encodeQuery(query);
}

} // namespace rox::demo
