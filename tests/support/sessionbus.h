// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>
#include <QString>
#include <QTest>

namespace rox::test {

/// A D-Bus daemon of the test's own, without services that it could start.
class SessionBus
{
public:
    SessionBus()
    {
        m_process.start(QStringLiteral("dbus-daemon"),
                        {QStringLiteral("--session"), QStringLiteral("--nofork"),
                         QStringLiteral("--print-address=1")});
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            qFatal("no dbus-daemon");
        m_address = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~SessionBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;

    [[nodiscard]] const QString &address() const { return m_address; }
    /// From now on it is the session bus of this process.
    void use() const { qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLatin1()); }

private:
    QProcess m_process;
    QString m_address;
};

} // namespace rox::test
