// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QString>

#include <tl/expected.hpp>

namespace rox {

/// Writes a secret to a file that only its owner can read (mode 0600), whole or not at all. Success
/// says that file and folder were synced to the disk, and that the file was read back after that.
/// The file is made anew beside its place and then moved there: an old file with wider rights, or a
/// link, is replaced and never written through. The error is the system's words, or a sentence's
/// end that says where a file stays that could not be taken away. Waits for the disk.
[[nodiscard]] tl::expected<void, QString> saveSecret(const QString &path, const Secret &secret);

} // namespace rox
