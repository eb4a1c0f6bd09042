// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rox {

/// The certificates of a CA file as DER, or why it has none. Does not use the TLS library, which
/// takes long to load. Pure; any thread.
///
/// Reads PEM with any line ends, with other text or PEM blocks around the certificates, with END
/// and BEGIN on one line, with a byte order mark or in UTF-16; DER; and the base64 of DER or of
/// PEM, as Kubernetes shows a secret. A certificate that is cut off or broken makes the whole file
/// Broken.
[[nodiscard]] tl::expected<QByteArrayList, CaFileFault> certificatesIn(const QByteArray &bytes);

} // namespace rox
