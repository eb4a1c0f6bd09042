// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QString>

#include <tl/expected.hpp>

namespace rox {

/// Writes a secret to a file that only its owner can read (mode 0600), completely or not at all.
/// Success: file and folder were synced to the disk and the file was read back. A temporary file is
/// renamed to `path`, so an old file with wider permissions is replaced and not written to. A link
/// is refused, and so is a file system that cannot keep the file from other users. The error is the
/// system's message, or the end of a sentence with the path of a file that could not be removed.
/// Blocks while the disk writes.
[[nodiscard]] tl::expected<void, QString> saveSecret(const QString &path, const Secret &secret);

} // namespace rox
