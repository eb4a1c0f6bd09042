// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/serverservices.h"
#include "models/servers/serverevent.h"

#include <QObject>

namespace rox {

/// Removes a server once the user has confirmed it and its credential is proven forgotten.
class ServerRemoval : public QObject
{
    Q_OBJECT

public:
    ServerRemoval(const ServerServices *parts, QObject *parent);

    void ask(const QUuid &id);

Q_SIGNALS:
    void removed(const rox::ServerProfile &profile);
    void happened(const rox::ServerEvent &event);

private:
    void begin(const ServerProfile &profile, bool mayUnlock);
    void forget(const ServerProfile &profile, bool mayUnlock);
    void unlock(const ServerProfile &profile);
    void notRemoved(const ServerProfile &profile, const KeychainFailure &failure);
    void logOut(const ServerProfile &profile, const Secret &kept);
    void finish(const ServerProfile &profile);

    const ServerServices *m_parts;
};

} // namespace rox
