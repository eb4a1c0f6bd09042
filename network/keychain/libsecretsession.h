// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// libsecret, which QtKeychain loads, keeps one session with the Secret Service for the process,
/// also when that has been restarted: from then on nothing is read or written any more, and some
/// calls never come back. This makes libsecret forget its session when the service is another.
class LibsecretSession
{
public:
    /// `owner`: the service's unique name on the bus, as of now; empty if it is not known.
    void follow(const QString &owner);

private:
    QString m_owner;
};

} // namespace rox
