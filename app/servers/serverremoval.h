// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/connectionparts.h"

#include <QObject>

namespace rox {

/// Removes a server once the user has confirmed it and its credential is proven forgotten.
class ServerRemoval : public QObject
{
    Q_OBJECT

public:
    ServerRemoval(const ConnectionParts *parts, QObject *parent);

    void ask(const QUuid &id);

Q_SIGNALS:
    void removed(const QUuid &id);
    void said(const QString &sentence);

private:
    void begin(const ServerProfile &profile);
    void forget(const ServerProfile &profile, bool mayUnlock);
    void unlock(const ServerProfile &profile);
    void sayNotRemoved(const ServerProfile &profile, const KeychainFailure &failure);
    void logOut(const ServerProfile &profile, const Secret &kept);
    void finish(const ServerProfile &profile);

    const ConnectionParts *m_parts;
};

} // namespace rox
