// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace rox::test {

/// A real nginx in front of a server of the test's, with a configuration of its own: TLS, two
/// workers, HTTP/1.1 and HTTP/2. It ends with this object, and with the test.
class Nginx
{
public:
    Nginx(const Certified &certified, quint16 upstreamPort);
    ~Nginx();
    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    [[nodiscard]] bool isUp() const { return m_port != 0; }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<qint64> workers() const;
    /// Kills them with SIGKILL; nginx starts others.
    void killWorkers() const;

private:
    bool write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace rox::test
