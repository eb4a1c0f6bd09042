// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/libsecretconnection.h"

#include <QLibrary>

namespace rox {

using namespace Qt::StringLiterals;

void LibsecretConnection::follow(const QString &owner)
{
    if (owner.isEmpty() || owner == m_owner)
        return;
    m_owner = owner;
    // Part of libsecret's stable interface; the same library that QtKeychain opens by this name.
    using Disconnect = void (*)();
    if (const auto disconnect = reinterpret_cast<Disconnect>(
            QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect")))
        disconnect();
}

} // namespace rox
