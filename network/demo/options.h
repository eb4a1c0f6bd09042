// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace rox::demo {

/// The Central release that the demo imitates. Before 4.3 there is no allowed-roles call, before
/// 4.4 a requested expiration is silently dropped, before 4.6 routing errors are plain text.
struct CentralVersion
{
    int major = 4;
    int minor = 11;
    std::string text = "4.11.2";

    bool atLeast(int wantedMajor, int wantedMinor) const
    {
        return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
    }
};

/// The command line options.
struct Options
{
    int port = 0; ///< 0: any free port
    std::size_t tokens = 40;
    std::size_t burst = 0; ///< tokens that were issued almost at once, an hour ago
    std::uint64_t seed = 1;
    int pruneIntervalSeconds = 3600; ///< 0: never
    int sessionLifetimeSeconds = 12 * 3600;
    int leewaySeconds = 60; ///< how long an expired token is still accepted
    bool plaintext = false;
    int rateLimitPerSecond = 0; ///< 0: no limit
    CentralVersion version;
    int eventDelaySeconds = 0;     ///< until an administration event is visible
    int challengeDelaySeconds = 0; ///< until /v1/tls-challenge is answered
    std::int64_t clockSkewSeconds = 0;
    bool oddToken = false;
    bool secondaryCa = false;
    bool help = false;
    bool showVersion = false;
};

/// std::nullopt, with a sentence in @p error, if the command line is invalid.
std::optional<Options> parseOptions(int argc, const char *const *argv, std::string &error);

/// The output of --help.
std::string helpText();

} // namespace rox::demo
