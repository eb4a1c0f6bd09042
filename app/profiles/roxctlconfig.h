// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/endpoint.h"
#include "models/values/environment.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <tl/expected.hpp>
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
    QStringList remarks; ///< sentences: entries left out, and whether others may read the file
};

/// roxctl's configuration file: in ROX_CONFIG_DIR, else XDG_RUNTIME_DIR, else HOME/.roxctl. Empty
/// if the environment has none of them.
[[nodiscard]] QString roxctlConfigFile(const Environment &environment);

/// A missing or empty file gives an empty list. The error is a sentence without text from the file.
/// Reads at most 1 MiB.
[[nodiscard]] tl::expected<RoxctlConfig, QString> readRoxctlConfig(const QString &path);

} // namespace rox
