// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"

#include <QProcess>
#include <QStringList>

namespace rox::test {

/// A rox-demo-central of its own, on a free port; it ends with this object, and with the test.
class DemoCentral
{
public:
    explicit DemoCentral(const QStringList &arguments = {});
    ~DemoCentral();
    DemoCentral(const DemoCentral &) = delete;
    DemoCentral &operator=(const DemoCentral &) = delete;

    /// It runs and said where. If not, why() tells; a test should fail then.
    [[nodiscard]] bool isUp() const { return !m_endpoint.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] QString endpoint() const { return m_endpoint; }
    [[nodiscard]] QString caFile() const { return m_caFile; }
    [[nodiscard]] QByteArray adminPassword() const { return m_adminPassword; }
    [[nodiscard]] QByteArray apiToken() const { return m_apiToken; }

    /// Signed in with the token that it printed, trusting its CA.
    [[nodiscard]] Connection connection() const { return connection(m_apiToken); }
    [[nodiscard]] Connection connection(const QByteArray &apiToken) const;
    /// Signed in as admin, with the password.
    [[nodiscard]] Connection adminConnection() const;

    /// Kills it at once, as a crash would.
    void kill();

private:
    QProcess m_process;
    QString m_endpoint;
    QString m_caFile;
    QByteArray m_adminPassword;
    QByteArray m_apiToken;
    QString m_why;
};

} // namespace rox::test
