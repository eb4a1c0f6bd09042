// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace rox::demo {

/// The HTML pages of a browser login. Scripts read the URL's fragment, which is never sent.

/// /authorize-roxctl: reads #authorizeCallback, which may be encoded twice, and offers the
/// login pages of the providers.
std::string authorizePage();

/// The user selection of the demo's identity provider. Continues at @p returnPath with @p state.
std::string identityPage(std::string_view returnPath, const std::string &state);

/// /auth/response/generic: shows the error in its fragment.
std::string responsePage();

} // namespace rox::demo
