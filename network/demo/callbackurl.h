// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/encoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace rox::demo {

/// Where a browser login hands its token over: a URL, in the parts that matter.
class CallbackUrl
{
public:
    /// Nothing when @p text is no absolute URL with a host.
    static std::optional<CallbackUrl> parse(std::string_view text);

    /// localhost, or an address of the loopback interface.
    bool isLoopback() const;
    bool isHttp() const { return m_scheme == "http" || m_scheme == "https"; }
    /// The whole URL with @p values in its query; what it had there stays, but for the same keys.
    std::string with(const QueryParameters &values) const;

private:
    std::string m_scheme;
    std::string m_host; ///< without port and brackets
    std::string m_upToQuery;
    std::string m_query;
};

} // namespace rox::demo
