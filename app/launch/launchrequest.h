// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/environment.h"
#include "network/central/centralclient.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStringList>

#include <array>
#include <optional>

namespace rox {

/// The variables whose value is a secret.
inline constexpr std::array CredentialVariables = {"ROX_API_TOKEN", "ROX_ADMIN_PASSWORD"};

/// The command line and roxctl's variables, read. Flags outrank variables; a token file outranks
/// ROX_API_TOKEN; a password together with a token is an error, as in roxctl.
struct LaunchRequest
{
    bool demo = false;
    bool showVersion = false;
    bool showHelp = false;
    QString helpText;
    std::optional<Endpoint> endpoint; ///< none: no connection was asked for
    Credential credential;
    QString caFile;    ///< absolute path of a PEM file that was checked, and is no pipe: its
                       ///< certificates are read whenever the connection is opened
    QStringList notes; ///< sentences for stderr: what was left out of the values, and the like
};

/// The profile for "Keep this connection", named after its host; the secret is the request's
/// credential. Nothing for a request without an endpoint, or for the demo.
[[nodiscard]] std::optional<ServerProfile> profileOf(const LaunchRequest &request);

/// Reads the token and CA files; relative paths start at `folder`. The error is a sentence with its
/// next step, for stderr.
[[nodiscard]] tl::expected<LaunchRequest, QString>
launchRequest(const QStringList &arguments, const Environment &environment,
              const QDir &folder = QDir::current());

/// Overwrites the values of ROX_API_TOKEN and ROX_ADMIN_PASSWORD, unless shared, and removes them.
void wipeCredentials(Environment *environment);

} // namespace rox
