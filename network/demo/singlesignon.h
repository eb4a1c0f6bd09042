// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/callbackurl.h"
#include "network/demo/http.h"
#include "network/demo/sessions.h"

#include <string>
#include <string_view>

namespace rox::demo {

/// Sign-in through a browser and refresh of its sessions: /authorize-roxctl, /sso/, the page with
/// the error of a failed login, and a built-in identity provider. As in Central, failures and
/// denials are shown in the browser only, not reported to the waiting program. Any thread.
class SingleSignOn
{
public:
    /// @p sessions must outlive this.
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
