// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "ui/connect/certificatedialog.h"
#include "ui/connect/changedcertificatedialog.h"

/// The servers and certificates of the pictures.
namespace rox::samples {

/// prod-us, with an API token.
[[nodiscard]] ServerProfile profile();
[[nodiscard]] Endpoint endpoint(const QString &text);
[[nodiscard]] UtcMs inJanuary(); ///< 12 Jan 2027
/// What Central makes for itself.
[[nodiscard]] CertificateFacts trustedCertificate();
[[nodiscard]] CertificateFacts proxyCertificate();
[[nodiscard]] CertificateDialog::Content unknownCertificate(UtcMs now);
[[nodiscard]] ChangedCertificateDialog::Content changedCertificate(UtcMs now);

} // namespace rox::samples
