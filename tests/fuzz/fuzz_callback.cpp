// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/callbackrequest.h"
#include "tests/fuzz/fuzzcheck.h"

#include <cstdint>

using namespace rox;

/// Parses a request head of BrowserLogin's listener and its query. Every accepted token and cookie
/// must be valid in an HTTP header.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto head = callbackHead(bytes);
    if (!head)
        return 0;
    FUZZ_CHECK(!head->method.isEmpty() && head->path.startsWith('/'));
    FUZZ_CHECK(!head->path.contains('?') && !head->query.contains(' '));
    const auto session = sessionInCallback(head->query);
    if (!session) {
        FUZZ_CHECK(session.error().serverText.size() <= 4096);
        return 0;
    }
    FUZZ_CHECK(!session->token.isEmpty());
    for (const char c : session->token.view())
        FUZZ_CHECK(c > 0x20 && c < 0x7f);
    FUZZ_CHECK(session->refreshCookie.isEmpty() || isCookieValue(session->refreshCookie.view()));
    return 0;
}
