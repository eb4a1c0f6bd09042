// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace rox {

/// Whether this is a file system on which WAL damages files: NFS, SMB, AFS, sshfs.
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);

/// The type of the file system of this folder, or of the nearest one above it that exists.
[[nodiscard]] QByteArray fileSystemType(const QString &folder);

} // namespace rox
