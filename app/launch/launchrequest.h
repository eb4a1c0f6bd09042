// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "network/central/centralclient.h"

#include <QCommandLineParser>
#include <QDir>
#include <QMap>
#include <QStringList>

#include <array>
#include <optional>

namespace rox {

using Environment = QMap<QString, QString>;

/// The variables that hold a secret themselves.
inline constexpr std::array CredentialVariables = {"ROX_API_TOKEN", "ROX_ADMIN_PASSWORD"};

/// What the command line and roxctl's variables ask for. Flags outrank variables; a token file
/// outranks ROX_API_TOKEN; a password together with a token is an error (as roxctl has it).
struct LaunchRequest
{
    bool demo = false;
    bool showVersion = false;
    bool showHelp = false;
    QString helpText;
    std::optional<Endpoint> endpoint; ///< none: nothing was asked for, show the first run
    Credential credential;
    Trust trust;
    QString caFile; ///< looked at; its certificates are read when the connection is opened, and
                    ///< on other days if it is kept: an absolute path, and no pipe
};

/// What "Keep this connection" keeps: a new profile named after its host. Its secret is the
/// request's credential. Nothing for a request that names no Central, or the demo.
[[nodiscard]] std::optional<ServerProfile> profileOf(const LaunchRequest &request);

/// Reads files that are named (token, CA), from this folder on. The error is a sentence with its
/// next step, for stderr.
[[nodiscard]] tl::expected<LaunchRequest, QString>
launchRequest(const QStringList &arguments, const Environment &environment,
              const QDir &folder = QDir::current());

/// Overwrites ROX_API_TOKEN and ROX_ADMIN_PASSWORD, where nobody shares their values, and removes
/// them.
void wipeCredentials(Environment *environment);

} // namespace rox
