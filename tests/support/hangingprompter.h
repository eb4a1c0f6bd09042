// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/keyring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QUuid>

#include <utility>

namespace rox::test {

/// A keyring prompter that never answers, like a user who leaves the prompt open.
class HangingPrompter : public QDBusVirtualObject
{
    Q_OBJECT

public:
    explicit HangingPrompter(const PrivateBus &bus)
        : m_connection(QDBusConnection::connectToBus(bus.address(), m_id))
    {
        m_connection.registerService(name());
        m_connection.registerVirtualObject(QStringLiteral("/"), this,
                                           QDBusConnection::VirtualObjectRegisterOption::SubPath);
    }
    ~HangingPrompter() override { QDBusConnection::disconnectFromBus(m_id); }
    HangingPrompter(const HangingPrompter &) = delete;
    HangingPrompter &operator=(const HangingPrompter &) = delete;

    [[nodiscard]] QString name() const { return QStringLiteral("test.HangingPrompter"); }
    [[nodiscard]] QStringList calls() const { return m_calls; }
    /// Answers the pending calls with an error.
    void refuse()
    {
        for (const QDBusMessage &message : std::exchange(m_pending, {}))
            m_connection.send(message.createErrorReply(QDBusError::Failed, QString()));
    }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        m_calls.append(message.member());
        message.setDelayedReply(true);
        m_pending.append(message);
        return true;
    }

private:
    QString m_id = QUuid::createUuid().toString();
    QDBusConnection m_connection;
    QStringList m_calls;
    QList<QDBusMessage> m_pending;
};

} // namespace rox::test
