// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/encoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace rox::demo {

/// The URL to which a browser login redirects with its token.
class CallbackUrl
{
public:
    /// std::nullopt if @p text is not an absolute URL with a host.
    static std::optional<CallbackUrl> parse(std::string_view text);

    /// Whether the host is localhost or a loopback address.
    bool isLoopback() const;
    bool isHttp() const { return m_scheme == "http" || m_scheme == "https"; }
    /// The URL with @p values added to its query; they replace parameters with the same keys.
    std::string with(const QueryParameters &values) const;

private:
    std::string m_scheme;
    std::string m_host; ///< without port and brackets
    std::string m_upToQuery;
    std::string m_query;
};

} // namespace rox::demo
