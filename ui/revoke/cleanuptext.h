// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/cleanup.h"

#include <QString>

namespace rox {

/// The texts of "Clean up".
namespace cleanuptext {

/// "5 of these 8 tokens can be revoked."
[[nodiscard]] QString heading(const CleanUp &cleanUp);
/// "To revoke", "Staying": the parts of the preview.
[[nodiscard]] QString going();
[[nodiscard]] QString staying();
/// Why a token stays, in its row.
[[nodiscard]] QString why(CleanUp::Reason reason);
/// "2 have the role Admin. 3 are revoked already." What is 0 is left out.
[[nodiscard]] QString counts(const CleanUp &cleanUp);
/// "2,442 other tokens of the list are left alone."; empty for none.
[[nodiscard]] QString others(quint32 count);
/// "Revoke 5 tokens…"
[[nodiscard]] QString revokeButton(const CleanUp &cleanUp);

} // namespace cleanuptext
} // namespace rox
