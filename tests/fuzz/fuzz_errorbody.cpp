// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/answer.h"
#include "tests/fuzz/fuzzcheck.h"

#include <algorithm>
#include <cstdint>

using namespace rox;
using namespace Qt::StringLiterals;

/// Input: two bytes of status, one byte for the request kind and the content type, and a body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    Answer answer;
    answer.status = (data[0] << 8 | data[1]) % 700;
    answer.contentType = data[2] & 4 ? "text/html"_ba : "application/json"_ba;
    const QByteArrayView body(reinterpret_cast<const char *>(data) + 3, qsizetype(size) - 3);
    answer.body = ReplyBody(body);
    answer.retryAfter = body.first(std::min(body.size(), qsizetype(12))).toByteArray();
    const Asked asked = data[2] % 3 == 0   ? Asked(Asked::Other)
                        : data[2] % 3 == 1 ? Asked(Asked::Generate)
                                           : Asked::oneToken(u"x"_s);

    const auto error = errorOf(answer, asked);
    if (answer.status >= 300)
        FUZZ_CHECK(error.has_value());
    if (error) {
        FUZZ_CHECK(error->serverText.size() <= 4096);
        FUZZ_CHECK(error->kind != ApiError::Kind::Escalation || !error->escalation.isEmpty());
        FUZZ_CHECK(!error->retryAfterMs || *error->retryAfterMs >= 0);
    }
    // A refusal must never count as done.
    if (answer.status >= 300 && answer.status < 500)
        FUZZ_CHECK(effectOf(answer) != Effect::Done);
    return 0;
}
