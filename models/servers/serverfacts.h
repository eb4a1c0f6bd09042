// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// The symbol and tone of one text in the status bar.
struct StatusFact
{
    enum class Tone { Plain, Caution, Bad };

    /// File name in resources/icons; empty: the default symbol; NoSymbol: text only.
    static constexpr char NoSymbol[] = "-";
    QString symbol;
    Tone tone = Tone::Plain;

    bool operator==(const StatusFact &) const = default;
};

/// The facts about the current Central that the window shows.
struct ServerFacts
{
    QString name;      ///< "prod-eu"; the host name if the profile has no name
    QString address;   ///< "central-eu.acme.example"
    QString version;   ///< "4.8.2"; empty while not known
    QString colorName; ///< a name that serverColor() takes
    QString signedInAs;
    QString certificate;              ///< "Certificate checked by CA file"; empty before
    QString credential;               ///< "Credential in keychain"
    StatusFact certificateStyle = {}; ///< symbol and tone of `certificate`
    StatusFact credentialStyle = {};
    QString notSignedIn = {}; ///< "Offline", "Not signed in": shown instead of signedInAs
    StatusFact signedInStyle = {};
    QString symbol = {}; ///< of resources/icons, in place of the mark: they are of all servers

    bool operator==(const ServerFacts &) const = default;
};

} // namespace rox
