// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/trustinfo.h"
#include "tests/fuzz/fuzzcheck.h"

#include <QByteArray>

#include <cstdint>

using namespace rox;

/// Reads the input as the protobuf, and as a whole answer that has it, with a signature that fails.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto info = parseTrustInfo(bytes);
    qsizetype total = 0;
    if (info) {
        for (const QByteArray &certificate : info->chain + info->secondaryChain)
            total += certificate.size();
        FUZZ_CHECK(total <= bytes.size());
    }
    const QByteArray reply = R"({"trustInfoSerialized":")" + bytes.toByteArray().toBase64()
                             + R"(","signature":"AAAA","signatureSecondaryCa":""})";
    FUZZ_CHECK(!decodeCaKeys(ReplyBody(reply), info ? info->challenge : QByteArray()));
    (void)decodeCaKeys(ReplyBody(bytes), {});
    return 0;
}
