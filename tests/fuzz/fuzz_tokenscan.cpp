// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenscan.h"
#include "tests/fuzz/fuzzcheck.h"

#include <algorithm>
#include <cstdint>
#include <set>

using namespace rox;

namespace {

void checkFound(const FoundToken &found, const TokenScan &scan, qsizetype size)
{
    FUZZ_CHECK(!found.lines.empty());
    FUZZ_CHECK(std::is_sorted(found.lines.begin(), found.lines.end()));
    FUZZ_CHECK(found.lines.front() >= 1
               && found.lines.back() <= std::max<qsizetype>(scan.lines, 1));
    FUZZ_CHECK(found.characters > 0 && found.characters <= size);
    FUZZ_CHECK((found.kind == FoundToken::Kind::CutShort) == (found.claims == TokenClaims{}));
    FUZZ_CHECK(found.kind != FoundToken::Kind::CutShort || found.value.isEmpty());
    FUZZ_CHECK(found.value.isEmpty() || claimsOf(found.value.view()).has_value());
}

} // namespace

/// Looks for tokens in the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const TokenScan scan = scanForTokens(text);
    FUZZ_CHECK(scan.found.size() <= MaxFoundTokens);
    std::set<QString> ids;
    for (const FoundToken &found : scan.found) {
        checkFound(found, scan, text.size());
        if (!found.claims.id.isEmpty())
            FUZZ_CHECK(ids.insert(found.claims.id).second);
    }
    return 0;
}
