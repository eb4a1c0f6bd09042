// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenscan.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/models/samplejwt.h"

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

/// A log of 64 MB with this many tokens, all different.
QByteArray logWith(int tokens)
{
    const QByteArray line = "2026-08-25T08:42:00Z INFO collector: sensor 7c1e09ab connected, 12 "
                            "deployments, image eyed.example/app@sha256:0b5d92c6\n";
    QByteArray log;
    log.reserve(MaxScannedBytes);
    const qsizetype every = MaxScannedBytes / (tokens + 1);
    int made = 0;
    while (log.size() + line.size() + 2048 < MaxScannedBytes) {
        log += line;
        if (made < tokens && log.size() > (made + 1) * every) {
            log +=
                "token="
                + sampleJwt(u"%1-7be4-4f0a-9c1e-5d208f43e6c1"_s.arg(made, 8, 16, QLatin1Char('0')),
                            u"ops-bot"_s)
                + '\n';
            ++made;
        }
    }
    return log;
}

} // namespace

void benchLeak()
{
    constexpr int tokens = 999; // one more would be the limit
    const QByteArray log = logWith(tokens);
    std::size_t found = 0;
    const double ours = medianMs(3, [&] { found = scanForTokens(log).found.size(); });
    if (found != tokens) {
        printMissing(u"leaked tokens in 64 MB"_s, u"found %1 of %2"_s.arg(found).arg(tokens));
        return;
    }
    const double peer = medianMs(3, [&] { keep(log.count("eyJhbGciOiJSUzI1NiIs")); });
    print({u"leaked tokens, 1,000 in 64 MB"_s,
           ours,
           peer,
           u"QByteArray::count of their beginning"_s,
           {Bar::Of::Ours, 1'000}});
}

} // namespace rox::bench
