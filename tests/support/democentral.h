// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"

#include <QProcess>
#include <QStringList>

namespace rox::test {

/// A rox-demo-central process on a free port; it ends with this object or with the test.
class DemoCentral
{
public:
    explicit DemoCentral(const QStringList &arguments = {});
    ~DemoCentral();
    DemoCentral(const DemoCentral &) = delete;
    DemoCentral &operator=(const DemoCentral &) = delete;

    /// Whether it has started and printed its endpoint; else why() returns the reason.
    [[nodiscard]] bool isUp() const { return !m_endpoint.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] QString endpoint() const { return m_endpoint; }
    [[nodiscard]] QString caFile() const { return m_caFile; }
    [[nodiscard]] QByteArray adminPassword() const { return m_adminPassword; }
    [[nodiscard]] QByteArray apiToken() const { return m_apiToken; }

    /// A connection with the token that it printed, which trusts its CA.
    [[nodiscard]] Connection connection() const { return connection(m_apiToken); }
    [[nodiscard]] Connection connection(const QByteArray &apiToken) const;
    /// A connection as admin with the password.
    [[nodiscard]] Connection adminConnection() const;

    /// Sends SIGKILL.
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
