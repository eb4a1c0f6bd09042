// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUuid>
#include <QVariantMap>

namespace rox::test {

/// A notification service of the desktop, on a bus of the test's own; it goes with this object. Its
/// slots have the names of D-Bus.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Notice
    {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    enum class Manner { Answers, IsSilent, Refuses };

    explicit FakeNotifications(const QString &address, Manner manner = Manner::Answers)
        : m_name(QUuid::createUuid().toString())
        , m_bus(QDBusConnection::connectToBus(address, m_name))
        , m_manner(manner)
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots);
        if (!m_bus.registerService(service()))
            qFatal("the name is not ours");
    }
    ~FakeNotifications() override { QDBusConnection::disconnectFromBus(m_name); }

    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; }
    void setCapabilities(const QStringList &capabilities) { m_capabilities = capabilities; }
    void setManner(Manner manner) { m_manner = manner; }

    /// The user presses a button of the notice that was shown last.
    void press(const QString &action, const QString &activationToken = {})
    {
        const uint id = uint(m_notices.size());
        if (!activationToken.isEmpty())
            say(QStringLiteral("ActivationToken"), {id, activationToken});
        say(QStringLiteral("ActionInvoked"), {id, action});
    }
    void close() { say(QStringLiteral("NotificationClosed"), {uint(m_notices.size()), 2U}); }

public Q_SLOTS:
    QStringList GetCapabilities() // NOLINT(readability-identifier-naming)
    {
        if (m_manner == Manner::IsSilent)
            setDelayedReply(true);
        return m_capabilities;
    }
    uint Notify(const QString &, uint, const QString &, // NOLINT(readability-identifier-naming)
                const QString &title, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int)
    {
        if (m_manner == Manner::Refuses) {
            sendErrorReply(QDBusError::LimitsExceeded, QStringLiteral("too many"));
            return 0;
        }
        m_notices.append({title, body, actions, hints});
        return uint(m_notices.size());
    }

private:
    static QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
    void say(const QString &signal, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createSignal(path(), service(), signal);
        message.setArguments(arguments);
        (void)m_bus.send(message);
    }

    QString m_name;
    QDBusConnection m_bus;
    Manner m_manner;
    QStringList m_capabilities{QStringLiteral("actions"), QStringLiteral("body"),
                               QStringLiteral("body-markup")};
    QList<Notice> m_notices;
};

} // namespace rox::test
