// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenclaims.h"
#include "tests/fuzz/fuzzcheck.h"

#include <QByteArray>

#include <cstdint>

using namespace rox;

namespace {

void checkClaims(QByteArrayView jwt)
{
    const auto claims = claimsOf(jwt);
    if (!claims)
        return;
    for (const UtcMs time : {claims->issuedAt, claims->expiresAt})
        FUZZ_CHECK(time == NoTime || (time % SecondMs == 0 && time < NeverMs + 366 * DayMs));
    FUZZ_CHECK(claims->kind != TokenClaims::Kind::ApiToken || !claims->audience.isEmpty());
    FUZZ_CHECK(claimsOf(jwt) == claims);
}

} // namespace

/// Reads the input as a pasted token, and as the payload of a well-formed token.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkClaims(bytes);
    const QByteArray payload = bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding
                                                            | QByteArray::OmitTrailingEquals);
    const QByteArray jwt = "e30." + payload + ".e30";
    checkClaims(jwt);
    return 0;
}
