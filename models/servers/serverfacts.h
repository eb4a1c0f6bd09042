// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// What the status bar says of one thing.
struct StatusFact
{
    enum class Tone { Plain, Caution, Bad };

    /// Of resources/icons; empty: the one that such a fact has; NoSymbol: the words alone.
    static constexpr char NoSymbol[] = "-";
    QString symbol;
    Tone tone = Tone::Plain;

    bool operator==(const StatusFact &) const = default;
};

/// What the window says of the Central it shows.
struct ServerFacts
{
    QString name;      ///< "prod-eu"; the host where nobody gave a name
    QString address;   ///< "central-eu.acme.example"
    QString version;   ///< "4.8.2"; empty while not known
    QString colorName; ///< of serverColor()
    QString signedInAs;
    QString certificate;             ///< "Certificate checked by CA file"; empty until it was
    QString credential;              ///< "Credential in keychain"
    StatusFact certificateLook = {}; ///< how those two stand in the status bar
    StatusFact credentialLook = {};
    QString notSignedIn = {}; ///< "Offline", "Not signed in": in the place of signedInAs
    StatusFact signedInLook = {};

    bool operator==(const ServerFacts &) const = default;
};

} // namespace rox
