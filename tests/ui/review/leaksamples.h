// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"
#include "tests/models/randomtokens.h"
#include "tests/models/samplejwt.h"
#include "tests/ui/dialogsamples.h"

#include <array>

namespace rox::samples {

/// Four servers, one token of each of the first three leaked, and a log with these tokens.
class LeakSamples
{
public:
    LeakSamples()
    {
        using namespace Qt::StringLiterals;
        using Revoking = LeakServer::Revoking;
        const QString ci = u"Continuous Integration"_s;
        add(u"prod-eu"_s, u"blue"_s, Revoking::Possible, 0,
            {{id(u"7c1e09ab"_s),
              u"gitlab-runner-07"_s,
              {u"Sensor Creator"_s, ci, u"Analyst"_s},
              now() - DayMs,
              now() + 9 * DayMs},
             {id(u"a417c0d5"_s),
              u"argo-sync-old"_s,
              {u"Sensor Creator"_s},
              now() - DayMs,
              now() + 44 * DayMs,
              true}});
        add(u"prod-us"_s, u"plum"_s, Revoking::Possible, 0,
            {{id(u"f5a83e02"_s),
              u"tekton-image-check-9"_s,
              {ci},
              now() - DayMs,
              now() + 23 * DayMs}});
        add(u"staging"_s, u"teal"_s, Revoking::NeedsSignIn, 72 * MinuteMs,
            {{id(u"e2f1084b"_s), u"deploy-preview"_s, {ci}, now() - DayMs, now() + 31 * HourMs}});
        add(u"lab"_s, u"sand"_s, Revoking::Unreachable, 121 * MinuteMs, {});
        m_servers.front().isOpen = true;
        m_known.front().addRevoked({id(u"a417c0d5"_s)}, now() - 11 * MinuteMs);
    }

    FakeClock clock;

    [[nodiscard]] UtcMs now() const { return clock.time; }
    [[nodiscard]] static QString id(const QString &start)
    {
        return start + QStringLiteral("-7be4-4f0a-9c1e-5d208f43e6c1");
    }
    [[nodiscard]] QList<LeakServer> servers() const
    {
        return {m_servers.cbegin(), m_servers.cend()};
    }
    [[nodiscard]] KnownTokens &known(std::size_t server) { return m_known[server]; }
    [[nodiscard]] LeakServer &server(std::size_t server) { return m_servers[server]; }

    /// Lines 2, 3, 4, 5, 6, 7 and 8; the first token stands in line 9 again.
    [[nodiscard]] QByteArray log() const
    {
        const auto jwt = [](const char *start) {
            return sampleJwt(id(QString::fromLatin1(start)), QStringLiteral("claimed"));
        };
        const QByteArray runner = jwt("7c1e09ab");
        return "+ kubectl apply\nROX_API_TOKEN=" + runner + "\ntoken: " + jwt("f5a83e02")
               + "\ndata: " + jwt("e2f1084b").toBase64() + "\nold " + jwt("a417c0d5") + "\nops "
               + sampleJwt(id(QStringLiteral("0b5d92c6")), QStringLiteral("ops-bot"), 1'804'068'000)
               + "\nsession=" + sampleSession(now() / 1000 + 10 * 3600 + 1600) + "\ncut "
               + jwt("99999999").left(212) + " ...\nagain " + runner + "\n";
    }

private:
    void add(const QString &name, const QString &color, LeakServer::Revoking revoking, UtcMs age,
             const QList<Token> &tokens)
    {
        KnownTokens &known = m_known[m_count];
        known.takeList(known.startRead(now() - age), tableOf(tokens), now() - age);
        LeakServer &server = m_servers[m_count++];
        server.key = server.name = name;
        server.address = name + QStringLiteral(".acme.example");
        server.colorName = color;
        server.revoking = revoking;
        server.isUpToDate = age == 0;
        server.isOpen = false;
        server.tokens = &known;
    }

    std::array<KnownTokens, 4> m_known;
    std::array<LeakServer, 4> m_servers;
    std::size_t m_count = 0;
};

} // namespace rox::samples
