// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/openrevokes.h"

namespace rox {

OpenRevokes::OpenRevokes(QObject *parent)
    : QObject(parent)
{}

void OpenRevokes::add(const QString &id)
{
    m_serials.insert(id, ++m_lastSerial);
    Q_EMIT changed();
}

void OpenRevokes::remove(const QString &id)
{
    if (m_serials.remove(id) > 0)
        Q_EMIT changed();
}

void OpenRevokes::settle(const Asked &asked, const TokenTable &table, UtcMs readAt)
{
    SettledRevokes found;
    found.readAt = readAt;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        if (m_serials.value(it.key()) != it.value())
            continue;
        const auto row = table.find(it.key());
        if (!row && table.mayBeUnread(it.key()))
            continue;
        m_serials.remove(it.key());
        if (!row)
            found.gone.append(it.key());
        else if (table.revoked(*row))
            found.revoked.append(it.key());
        else
            found.active.append(it.key());
    }
    if (found.gone.isEmpty() && found.revoked.isEmpty() && found.active.isEmpty())
        return;
    Q_EMIT changed();
    Q_EMIT settled(found);
}

} // namespace rox
