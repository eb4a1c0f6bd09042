// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace rox::test {

/// `openssl s_server` on loopback, for weak keys and TLS versions that Qt's server refuses. It
/// sends no answers. It ends with this object or with the test.
class OpensslServer
{
public:
    explicit OpensslServer(const Certified &certified, const QStringList &options = {});
    ~OpensslServer();
    OpensslServer(const OpensslServer &) = delete;
    OpensslServer &operator=(const OpensslServer &) = delete;

    [[nodiscard]] bool isUp() const { return m_port != 0; }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// All received bytes, decrypted.
    [[nodiscard]] QByteArray received();
    /// Whether `openssl s_client` can connect with these options.
    [[nodiscard]] bool isReachedWith(const QStringList &options) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_received;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace rox::test
