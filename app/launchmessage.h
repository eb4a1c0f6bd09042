// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launchrequest.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace rox {

/// What a second start tells the first window. May hold a credential: see wipeCredentials().
struct LaunchMessage
{
    QStringList arguments;      ///< with the program's name in front
    Environment environment;    ///< launchVariables() alone
    QString workingFolder;      ///< what relative file names begin at
    QByteArray activationToken; ///< the desktop's leave to come to the front; empty if none

    /// The form it travels in: its length in 4 bytes, big-endian, and then that many. The caller
    /// wipes it.
    [[nodiscard]] QByteArray encoded() const;
    /// From what followed the length; none for another version or anything cut, long or odd.
    [[nodiscard]] static std::optional<LaunchMessage> decoded(const QByteArray &body);

    static constexpr quint32 LengthBytes = 4;
    static constexpr quint32 MaxBytes = 1024 * 1024;
};

} // namespace rox
