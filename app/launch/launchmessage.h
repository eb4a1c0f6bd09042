// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchrequest.h"

#include <QByteArray>

#include <optional>

namespace rox {

/// A second start's request, sent to the first process. It holds the credential itself, not the
/// name of its file: the file may be gone by then, and a pipe can be read once only.
struct LaunchMessage
{
    LaunchRequest request;      ///< its CA file by an absolute path; no help, no version, no trust
    QByteArray activationToken; ///< the desktop's permission to raise the window; may be empty

    /// 4 bytes of length, big-endian, then so many bytes. The caller wipes it.
    [[nodiscard]] QByteArray encoded() const;
    /// From the bytes after the length. Nothing for another format version, a cut or too long body,
    /// or a request that no command line gives.
    [[nodiscard]] static std::optional<LaunchMessage> decoded(const QByteArray &body);

    static constexpr quint32 LengthBytes = 4;
    static constexpr quint32 MaxBytes = 1024 * 1024;
};

} // namespace rox
