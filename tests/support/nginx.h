// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/certificates.h"

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>

namespace rox::test {

/// A real nginx in front of a test server: TLS, two workers, HTTP/1.1 and HTTP/2. It ends with this
/// object or with the test.
class Nginx
{
public:
    /// `directives` are added to the `server` block.
    Nginx(const Certified &certified, quint16 upstreamPort, const QByteArray &directives = {});
    ~Nginx();
    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    [[nodiscard]] bool isUp() const { return m_port != 0; }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// The access log, one line per answered request, written with a short delay: "HTTP/2.0 200
    /// sni=localhost host=localhost resumed=."; "resumed=r" for a resumed TLS session.
    [[nodiscard]] QByteArrayList seen() const;
    [[nodiscard]] QList<qint64> workers() const;
    /// Sends SIGKILL to the workers; nginx starts new ones.
    void killWorkers() const;

private:
    bool write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace rox::test
