// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/eventdecoder.h"
#include "tests/fuzz/fuzzcheck.h"

#include <cstdint>

using namespace rox;

/// Decodes any bytes as a page of events: each creation has an id, a user and a time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto page = decodeEvents(ReplyBody(bytes));
    if (!page)
        return 0;
    FUZZ_CHECK(page->creations.size() <= page->events);
    for (const TokenCreation &creation : page->creations)
        FUZZ_CHECK(!creation.tokenId.isEmpty() && !creation.userId.isEmpty()
                   && creation.createdAt != NoTime);
    return 0;
}
