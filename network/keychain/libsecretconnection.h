// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// libsecret, which QtKeychain loads, connects to the Secret Service once in a process and keeps
/// that connection when the service restarts: reads and writes then fail, and some calls never
/// return. This makes libsecret connect anew when the service's bus name has another owner.
class LibsecretConnection
{
public:
    /// `owner`: the service's unique bus name now; empty if it is not known.
    void follow(const QString &owner);

private:
    QString m_owner;
};

} // namespace rox
