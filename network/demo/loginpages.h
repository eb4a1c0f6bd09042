// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace rox::demo {

/// The pages of a browser login: plain HTML, and the script that a URL's fragment needs.

/// /authorize-roxctl: reads #authorizeCallback, which may be encoded twice, and goes on to the
/// login of a provider.
std::string authorizePage();

/// Where the demo's identity provider asks who is there. Goes on to @p returnPath with @p state.
std::string identityPage(std::string_view returnPath, const std::string &state);

/// /auth/response/generic: says the error that stands in its fragment.
std::string responsePage();

} // namespace rox::demo
