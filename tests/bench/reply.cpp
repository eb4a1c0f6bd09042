// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/reply.h"

#include "network/central/tokendecoder.h"
#include "network/timestamp.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace rox::bench {

namespace {

const char *const names[] = {"ci-",          "jenkins-prod-", "gitlab-runner-", "audit ",
                             "roxctl scan ", "Größe-",        "nightly-",       "terraform-"};
const char *const roleLists[] = {R"(["Admin"],"role":"Admin")", R"(["Analyst"],"role":"Analyst")",
                                 R"(["Continuous Integration"],"role":"Continuous Integration")",
                                 R"(["Sensor Creator"],"role":"Sensor Creator")",
                                 R"(["Analyst","Continuous Integration"],"role":"")"};

} // namespace

QByteArray listReply(int tokens)
{
    std::mt19937 random(20260822);
    const auto time = [&random](UtcMs first, quint32 hours) {
        return formatTimestamp(first + UtcMs(random() % hours) * HourMs)->toLatin1();
    };
    QByteArray reply = "{\"tokens\":[";
    reply.reserve(qsizetype(tokens) * 300);
    for (int at = 0; at < tokens; ++at) {
        char id[40];
        std::snprintf(id, sizeof id, "%08x-%04x-4%03x-8%03x-%04x%08x", unsigned(random()),
                      unsigned(random() & 0xffff), unsigned(random() & 0xfff),
                      unsigned(random() & 0xfff), unsigned(random() & 0xffff), unsigned(random()));
        reply += at ? ",{\"id\":\"" : "{\"id\":\"";
        reply += id;
        reply += "\",\"name\":\"";
        reply += names[random() % std::size(names)];
        reply += QByteArray::number(random() % 200'000);
        reply += "\",\"roles\":";
        const QByteArray roles = roleLists[random() % std::size(roleLists)];
        const auto end = roles.indexOf(']') + 1;
        reply += roles.left(end);
        reply += ",\"issuedAt\":\"" + time(Now - 365 * DayMs, 8'700);
        reply += "\",\"expiration\":\"" + time(Now - 100 * DayMs, 11'000);
        reply += random() % 20 ? "\",\"revoked\":false" : "\",\"revoked\":true";
        reply += roles.mid(end) + '}';
    }
    return reply + "]}";
}

TokenTablePtr tableOf(const QByteArray &reply)
{
    auto table = decodeTokenList(ReplyBody(reply), {});
    if (!table) {
        std::fprintf(stderr, "rox-bench: the list was not decoded: %s\n",
                     qPrintable(table.error().detail));
        std::exit(1);
    }
    return *table;
}

} // namespace rox::bench
