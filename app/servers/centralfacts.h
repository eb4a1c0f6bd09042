// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "network/central/centralreads.h"

#include <QObject>

#include <optional>

namespace rox {

/// What Central says of the credential and of itself. A fact whose request failed stays unknown
/// and is asked for again with the next ask().
class CentralFacts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks for what is unknown, and for the roles: those change while the program runs. No answer
    /// is taken after `context` died.
    void ask(CentralReads *reads, QObject *context);
    void setSignedIn(const Identity &identity, const Permissions &permissions);
    void forgetIdentity() { m_identity.reset(); }

    [[nodiscard]] const std::optional<Identity> &identity() const { return m_identity; }
    [[nodiscard]] const std::optional<Permissions> &permissions() const { return m_permissions; }
    [[nodiscard]] const QList<RoleGrant> &roleGrants() const { return m_roleGrants; }
    [[nodiscard]] const QString &version() const { return m_version; } ///< empty: unknown

Q_SIGNALS:
    void changed(); ///< or a request for one failed

private:
    void askRoles(CentralReads *reads, QObject *context);

    std::optional<Identity> m_identity;
    std::optional<Permissions> m_permissions;
    QList<RoleGrant> m_roleGrants;
    QString m_version;
};

} // namespace rox
