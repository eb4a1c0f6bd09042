// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/authority.h"
#include "network/demo/clock.h"
#include "network/demo/events.h"
#include "network/demo/gateway.h"
#include "network/demo/json.h"
#include "network/demo/options.h"
#include "network/demo/pruning.h"
#include "network/demo/seeding.h"
#include "network/demo/server.h"
#include "network/demo/service.h"
#include "network/demo/sessions.h"
#include "network/demo/signer.h"
#include "network/demo/singlesignon.h"
#include "network/demo/temporaryfile.h"
#include "network/demo/trustinfo.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <future>
#include <iostream>
#include <optional>
#include <string>

namespace {

using namespace rox::demo;

constexpr char OwnTokenName[] = "rox-tokens-demo";
constexpr std::size_t PasswordBytes = 13;

std::string announcement(const Options &options, int port, const std::string &caFile,
                         const std::string &password, const std::string &token)
{
    std::string line = "{\"endpoint\":";
    appendJsonString(line, (options.plaintext ? "http://localhost:" : "localhost:")
                               + std::to_string(port));
    line += ",\"caFile\":";
    appendJsonString(line, caFile);
    line += ",\"adminPassword\":";
    appendJsonString(line, password);
    line += ",\"apiToken\":";
    appendJsonString(line, token);
    return line + "}\n";
}

/// Blocks the signals before any thread starts: threads inherit the mask, so that only sigwait()
/// receives them.
sigset_t blockEndSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

void run(const Options &options)
{
    clockSkewSeconds = options.clockSkewSeconds;
    const sigset_t endSignals = blockEndSignals();
    auto futureSigner = std::async(std::launch::async, [&options] {
        return Signer(options.version.atLeast(4, 4) && !options.version.atLeast(4, 11),
                      options.leewaySeconds);
    });
    TokenStore tokens;
    tokens.reserve(options.tokens + options.burst + 2);
    seedTokens(tokens, options.tokens, options.seed, currentSeconds());
    seedBurst(tokens, options.burst, options.seed, currentSeconds());
    EventLog events(options.eventDelaySeconds);
    seedEvents(events, tokens, currentSeconds());
    if (options.oddToken)
        addOddToken(tokens, currentSeconds());
    const std::string password = randomHex(PasswordBytes);
    const Authority authority;
    std::optional<TemporaryFile> caFile;
    if (!options.plaintext)
        caFile.emplace("ca.pem", authority.caPem());
    const Signer signer = futureSigner.get();
    Sessions sessions(signer, options.sessionLifetimeSeconds);
    TrustInfo trustInfo(authority, options.secondaryCa,
                        std::chrono::seconds(options.challengeDelaySeconds));
    Service service(options, password, {signer, tokens, sessions, authority, events, trustInfo});
    SingleSignOn singleSignOn(sessions);
    Gateway gateway(service, singleSignOn, options.version);
    LoopbackServer server(gateway, options.plaintext ? nullptr : &authority, options.port);
    const std::string token = service.issueOwnToken(OwnTokenName, {std::string(AdminRole)});
    server.start();
    const Pruning pruning(service, options.pruneIntervalSeconds);
    std::cout << announcement(options, server.port(), caFile ? caFile->path() : std::string(),
                              password, token)
              << std::flush;

    int signal = 0;
    sigwait(&endSignals, &signal);
    caFile.reset();
    // An orderly shutdown would wait for keep-alive connections. The only thing to clean up is the
    // CA file, which is gone.
    std::_Exit(EXIT_SUCCESS);
}

} // namespace

int main(int argc, char *argv[])
{
    std::string error;
    const auto options = parseOptions(argc, argv, error);
    if (!options) {
        std::cerr << error << '\n';
        return 2;
    }
    if (options->help || options->showVersion) {
        std::cout << (options->help ? helpText() : "rox-demo-central " ROX_VERSION "\n");
        return EXIT_SUCCESS;
    }
    try {
        run(*options);
    } catch (const std::exception &failure) {
        std::cerr << "rox-demo-central could not start: " << failure.what() << ".\n";
    }
    return EXIT_FAILURE;
}
