// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchrequest.h"

#include <QByteArray>

#include <optional>

namespace rox {

/// What a second start tells the first window: what it has read, not where it read it. A file may
/// be gone by then, and a pipe gives its content once.
struct LaunchMessage
{
    LaunchRequest request;      ///< its CA file by an absolute path; no help, no version, no trust
    QByteArray activationToken; ///< the desktop's leave to come to the front; empty if none

    /// The form it travels in: its length in 4 bytes, big-endian, and then that many. The caller
    /// wipes it.
    [[nodiscard]] QByteArray encoded() const;
    /// From what followed the length; none for another version or anything cut, long or odd, or
    /// that no command line asks for.
    [[nodiscard]] static std::optional<LaunchMessage> decoded(const QByteArray &body);

    static constexpr quint32 LengthBytes = 4;
    static constexpr quint32 MaxBytes = 1024 * 1024;
};

} // namespace rox
