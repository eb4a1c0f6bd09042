// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "ui/connect/certificatedialog.h"
#include "ui/connect/changedcertificatedialog.h"

/// Sample servers and certificates.
namespace rox::samples {

/// The profile prod-us with an API token.
[[nodiscard]] ServerProfile profile();
[[nodiscard]] Endpoint endpoint(const QString &text);
[[nodiscard]] UtcMs inJanuary(); ///< 12 Jan 2027
/// Central's default certificate.
[[nodiscard]] CertificateFacts trustedCertificate();
[[nodiscard]] CertificateFacts proxyCertificate();
[[nodiscard]] CertificateDialog::Content unknownCertificate(UtcMs now);
[[nodiscard]] ChangedCertificateDialog::Content changedCertificate(UtcMs now);

} // namespace rox::samples
