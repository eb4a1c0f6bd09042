// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/loginpages.h"

#include "network/demo/authproviders.h"
#include "network/demo/encoding.h"

namespace rox::demo {
namespace {

std::string page(const std::string &title, const std::string &body)
{
    return R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>)" + title
           + R"(</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
button { font: inherit; padding: .4rem 1rem; margin: 0 .5rem .5rem 0 }
</style>
</head>
<body>
<h1>)" + title
           + "</h1>\n" + body + "</body>\n</html>\n";
}

} // namespace

std::string authorizePage()
{
    return page("Authorize a program",
                R"(<p id="ask">A program on this computer asks to sign in.</p>
<div id="providers"></div>
<noscript>This page needs JavaScript: what is asked stands in its address.</noscript>
<script>
const given = new URLSearchParams(location.hash.slice(1)).get('authorizeCallback');
const say = words => document.getElementById('ask').textContent = words;
if (!given) {
    say('Nothing asks to sign in.');
} else {
    const callback = decodeURIComponent(given); // URLSearchParams has decoded it once already
    fetch('/v1/login/authproviders').then(reply => reply.json()).then(({authProviders}) => {
        for (const provider of authProviders.filter(one => one.type !== 'basic')) {
            const button = document.createElement('button');
            button.textContent = 'Authorize with ' + provider.name;
            button.onclick = () => location.assign(
                provider.loginUrl + '?authorizeCallback=' + callback);
            document.getElementById('providers').append(button);
        }
    }).catch(error => say(String(error)));
}
</script>
)");
}

std::string identityPage(std::string_view returnPath, const std::string &state)
{
    std::string body = "<p>This stands for your company's sign-in page. Who is there?</p>\n<form "
                       "method=\"get\" action=\""
                       + std::string(returnPath)
                       + "\">\n<input type=\"hidden\" name=\"state\" value=\"" + escapedHtml(state)
                       + "\">\n";
    for (const ProviderUser &known : providerUsers()) {
        const std::string choice(known.choice);
        body.append("<button name=\"user\" value=\"").append(choice);
        body.append("\">Sign in as an ").append(choice).append(" user</button>\n");
    }
    return page(std::string(DemoProvider.name),
                body + "<button name=\"error\" value=\"access_denied\">Deny</button>\n</form>\n");
}

std::string responsePage()
{
    return page("Signing in", R"(<p id="result"></p>
<script>
const error = new URLSearchParams(location.hash.slice(1)).get('error');
document.getElementById('result').textContent = error
    ? 'Signing in failed: ' + error
    : 'Signed in. The demo has no console; use Rox Tokens.';
history.replaceState(null, '', location.pathname);
</script>
)");
}

} // namespace rox::demo
