// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

#include <tl/expected.hpp>

class QSettings;

namespace rox {

/// One profile as keys and plain text values, in the group that `settings` is in. Times are
/// milliseconds since 1970, UTC.
void writeProfile(QSettings &settings, const ServerProfile &profile);

/// A value of the wrong type, too long, or unknown refuses the whole profile: a guess could trust
/// or send more than the user allowed. The error is the end of a sentence ("its endpoint …") and
/// quotes no value that could hold a password.
[[nodiscard]] tl::expected<ServerProfile, QString> readProfile(const QSettings &settings);

} // namespace rox
