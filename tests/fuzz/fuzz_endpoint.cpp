// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpointinput.h"
#include "tests/fuzz/fuzzcheck.h"

#include <cstdint>

using namespace Qt::StringLiterals;

using rox::Endpoint;

namespace {

void check(const Endpoint &endpoint)
{
    const QUrl &base = endpoint.base;
    const QString host = base.host();
    FUZZ_CHECK(base.isValid() && !host.isEmpty());
    FUZZ_CHECK(base.userInfo().isEmpty() && base.path().isEmpty());
    FUZZ_CHECK(!base.hasQuery() && !base.hasFragment());
    FUZZ_CHECK(base.port() > 0 && base.port() < 65'536);
    if (endpoint.isPlaintext()) {
        FUZZ_CHECK(host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1));
        FUZZ_CHECK(host.count(u'.') == 3 || !host.startsWith("127."_L1));
    } else {
        FUZZ_CHECK(base.scheme() == "https"_L1);
    }
    const QString scheme = endpoint.isPlaintext() ? u"http://"_s : QString();
    const auto again = Endpoint::parse(scheme + endpoint.display());
    FUZZ_CHECK(again && *again == endpoint);
}

} // namespace

/// Parses any text as an endpoint, by both functions. An accepted one is https or loopback, has no
/// path, query or userinfo, and its display() parses to the same endpoint.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto endpoint = Endpoint::parse(text))
        check(*endpoint);
    if (const auto input = rox::endpointInput(text))
        check(input->endpoint);
    return 0;
}
