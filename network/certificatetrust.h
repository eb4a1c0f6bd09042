// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "network/centralclient.h"

#include <QSslConfiguration>
#include <QSslError>

namespace rox {

/// TLS 1.2 or later, the system's roots and the given authorities. Nothing switches checks off.
[[nodiscard]] QSslConfiguration tlsConfiguration(const Trust &trust);

/// The errors of a handshake that may be ignored, each bound to its certificate; empty: refuse.
///
/// As roxctl verifies: Central's own certificate is made for `central.stackrox` and so has the
/// wrong name for every address that people use. It passes if the name is all that is wrong (the
/// chain is good), if it was issued by one of the given authorities, if that is Central's
/// ("StackRox Certificate Authority"), if it is Central's own leaf, and if it names
/// `central.stackrox`.
[[nodiscard]] QList<QSslError> allowedErrors(const QList<QSslError> &errors, const Trust &trust);

/// What a person needs to judge the certificate by.
[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &leaf,
                                                const QList<QSslError> &errors);

} // namespace rox
