// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/callbackurl.h"
#include "network/demo/http.h"
#include "network/demo/sessions.h"

#include <string>
#include <string_view>

namespace rox::demo {

/// Sign-in through a browser, and the sessions that come of it: /authorize-roxctl, /sso/ and the
/// page where failures end, and an identity provider with a page of its own. As in Central,
/// failures and denials never reach the program that waits. Any thread.
class SingleSignOn
{
public:
    /// @p sessions outlives this.
    explicit SingleSignOn(Sessions &sessions)
        : m_sessions(sessions)
    {}

    static bool serves(std::string_view path);
    HttpReply serve(const HttpRequest &request);

private:
    HttpReply login(const HttpRequest &request) const;
    HttpReply returned(const HttpRequest &request);
    HttpReply refresh(const HttpRequest &request);
    HttpReply logout(const HttpRequest &request);

    Sessions &m_sessions;
};

} // namespace rox::demo
