// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/options.h"

#include <charconv>
#include <functional>
#include <string_view>
#include <vector>

namespace rox::demo {
namespace {

constexpr std::size_t MaxTokens = 10'000'000;
constexpr std::int64_t MaxSkew = 10LL * 365 * 24 * 3600;

template <typename Number>
bool readNumber(std::string_view text, Number lowest, Number highest, Number &out)
{
    Number value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || value < lowest
        || value > highest)
        return false;
    out = value;
    return true;
}

bool readVersion(std::string_view text, CentralVersion &out)
{
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos)
        return false;
    const std::string_view rest = text.substr(dot + 1);
    CentralVersion version;
    if (!readNumber(text.substr(0, dot), 0, 999, version.major)
        || !readNumber(rest.substr(0, rest.find('.')), 0, 999, version.minor))
        return false;
    version.text = text;
    out = version;
    return true;
}

/// An option with a value: its name, a description of valid values, and a parser.
struct ValueOption
{
    std::string_view name;
    std::string_view wants;
    std::function<bool(std::string_view, Options &)> read;
};

const std::vector<ValueOption> &valueOptions()
{
    static const std::vector<ValueOption> all = {
        {"--port", "a number from 0 to 65535",
         [](auto text, Options &o) { return readNumber(text, 0, 65535, o.port); }},
        {"--tokens", "a number from 0 to 10000000",
         [](auto text, Options &o) {
             return readNumber<std::size_t>(text, 0, MaxTokens, o.tokens);
         }},
        {"--burst", "a number from 0 to 10000000",
         [](auto text, Options &o) {
             return readNumber<std::size_t>(text, 0, MaxTokens, o.burst);
         }},
        {"--seed", "a whole number",
         [](auto text, Options &o) {
             return readNumber<std::uint64_t>(text, 0, UINT64_MAX, o.seed);
         }},
        {"--prune-interval", "seconds from 0 to 86400",
         [](auto text, Options &o) { return readNumber(text, 0, 86400, o.pruneIntervalSeconds); }},
        {"--session-lifetime", "seconds from 1 to 31536000",
         [](auto text, Options &o) {
             return readNumber(text, 1, 31536000, o.sessionLifetimeSeconds);
         }},
        {"--leeway", "seconds from 0 to 3600",
         [](auto text, Options &o) { return readNumber(text, 0, 3600, o.leewaySeconds); }},
        {"--rate-limit", "requests per second from 0 to 100000",
         [](auto text, Options &o) { return readNumber(text, 0, 100000, o.rateLimitPerSecond); }},
        {"--event-delay", "seconds from 0 to 3600",
         [](auto text, Options &o) { return readNumber(text, 0, 3600, o.eventDelaySeconds); }},
        {"--challenge-delay", "seconds from 0 to 3600",
         [](auto text, Options &o) { return readNumber(text, 0, 3600, o.challengeDelaySeconds); }},
        {"--clock-skew", "seconds from -315360000 to 315360000",
         [](auto text, Options &o) {
             return readNumber<std::int64_t>(text, -MaxSkew, MaxSkew, o.clockSkewSeconds);
         }},
        {"--central-version", "a release like 4.11.2",
         [](auto text, Options &o) { return readVersion(text, o.version); }},
    };
    return all;
}

const ValueOption *findValueOption(std::string_view name)
{
    for (const ValueOption &option : valueOptions()) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

bool readFlag(std::string_view name, Options &options)
{
    if (name == "--plaintext")
        options.plaintext = true;
    else if (name == "--odd-token")
        options.oddToken = true;
    else if (name == "--secondary-ca")
        options.secondaryCa = true;
    else if (name == "--help" || name == "-h")
        options.help = true;
    else if (name == "--version")
        options.showVersion = true;
    else
        return false;
    return true;
}

} // namespace

std::optional<Options> parseOptions(int argc, const char *const *argv, std::string &error)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (readFlag(argument, options))
            continue;
        const std::size_t equals = argument.find('=');
        const std::string name(argument.substr(0, equals));
        const ValueOption *option = findValueOption(name);
        if (!option) {
            error = "rox-demo-central does not know the option \"" + std::string(argument)
                    + "\"; see rox-demo-central --help.";
            return std::nullopt;
        }
        if (equals == std::string_view::npos && i + 1 >= argc) {
            error = "The option " + name + " needs " + std::string(option->wants) + ".";
            return std::nullopt;
        }
        const std::string_view value =
            equals == std::string_view::npos ? argv[++i] : argument.substr(equals + 1);
        if (!option->read(value, options)) {
            error = "The option " + name + " needs " + std::string(option->wants) + ", not \""
                    + std::string(value) + "\".";
            return std::nullopt;
        }
    }
    return options;
}

std::string helpText()
{
    return R"(Usage: rox-demo-central [OPTION...]

A stand-in for StackRox Central, on this machine only: the API token calls, sign-in by password
and through the browser, real TLS with a CA made at start, real RS256 tokens. It prints one line
of JSON, {"endpoint":...,"caFile":...,"adminPassword":...,"apiToken":...}, then serves until
SIGTERM. It keeps all data in memory.

  --port N                 the port to serve on; 0, the default, is any free one
  --tokens N               the number of sample tokens at start (default 40)
  --seed N                 the random seed of the sample tokens (default 1)
  --prune-interval SECONDS how often revoked tokens, and tokens expired for more than a day,
                           are deleted, as Central does (default 3600; 0 is never). The first
                           cycle runs before the sample tokens are added, so that the list
                           has revoked ones.
  --session-lifetime SECONDS
                           how long a sign-in by password or browser lasts (default 43200)
  --plaintext              HTTP without TLS
  --help                   this text
  --version                the version

For tests:
  --central-version X.Y.Z  behave as this release: below 4.3 there is no allowed-roles call,
                           below 4.4 a requested expiration is silently dropped, below 4.6
                           routing errors are plain text
  --leeway SECONDS         how long an expired token is still accepted (default 60, as Central)
  --clock-skew SECONDS     a clock that is so many seconds ahead, or behind if negative; the
                           certificates keep the computer's time
  --odd-token              one more token, which has "roles":null and an expiration that is no
                           time
  --burst N                N more tokens, issued an hour ago: half of them within one second, the
                           others within the next, ten a second
  --event-delay SECONDS    until the event about a new token is visible (default 0; Central
                           writes them once a minute)
  --challenge-delay SECONDS
                           until /v1/tls-challenge is answered (default 0)
  --secondary-ca           /v1/tls-challenge also returns the chain of a second CA
  --rate-limit N           refuse more than N calls a second with 429 (0, the default, is none)
)";
}

} // namespace rox::demo
