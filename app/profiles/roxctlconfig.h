// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchrequest.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <vector>

namespace rox {

/// One Central that `roxctl central login` signed in to.
struct RoxctlCentral
{
    Endpoint endpoint;
    Secret token; ///< the access token; may have expired
    UtcMs expiresAt = NoTime;
    Secret refreshCookie; ///< empty if there is none; the cookie's value, verbatim
};

struct RoxctlConfig
{
    std::vector<RoxctlCentral> centrals;
    QStringList remarks; ///< sentences: what was left out, and who else may read the file
};

/// Where roxctl keeps it: in ROX_CONFIG_DIR, else XDG_RUNTIME_DIR, else HOME/.roxctl. Empty if the
/// environment names none of them.
[[nodiscard]] QString roxctlConfigFile(const Environment &environment);

/// No file, or an empty one: an empty list. The error is a sentence, and quotes nothing of the
/// file. At most 1 MiB is read.
[[nodiscard]] tl::expected<RoxctlConfig, QString> readRoxctlConfig(const QString &path);

} // namespace rox
