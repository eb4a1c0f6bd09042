// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStringList>

#include <memory>

namespace rox::test {

/// The contents of a certificate. Times are days from now.
struct CertificatePlan
{
    QByteArray commonName = "test.example";
    QByteArray organizationalUnit;
    QStringList names; ///< in OpenSSL's syntax: "DNS:localhost", "IP:127.0.0.1"
    int validFromDays = -1;
    int validDays = 30;
    int rsaBits = 0; ///< 0: an EC P-256 key
    bool isSignedWithSha1 = false;
};

/// The subjectAltNames of a test server.
[[nodiscard]] QStringList loopbackNames();
/// Central's default certificate, which has only the names central.stackrox and
/// central.stackrox.svc.
[[nodiscard]] CertificatePlan centralsDefaultCertificate();

struct Certified
{
    QSslCertificate certificate;
    QSslKey key;
    QList<QSslCertificate> intermediates = {}; ///< sent by the server along with it

    [[nodiscard]] QByteArray pem() const { return certificate.toPem(); }
    /// The configuration of a server with this certificate.
    [[nodiscard]] QSslConfiguration serverConfiguration() const;
};

/// A certificate authority (EC P-256) made by the constructor, which signs leaves. Self-signed,
/// unless an issuer is given.
class TestAuthority
{
public:
    explicit TestAuthority(const QByteArray &commonName = "Test Authority");
    /// An intermediate authority; `validFromDays` as in CertificatePlan.
    TestAuthority(const QByteArray &commonName, const TestAuthority &issuer,
                  int validFromDays = -1);
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;

    [[nodiscard]] const QSslCertificate &certificate() const;
    /// The authority's own certificate, for use by a server.
    [[nodiscard]] Certified itself() const;
    [[nodiscard]] Certified leaf(const CertificatePlan &plan) const;
    /// A self-signed leaf.
    [[nodiscard]] static Certified selfSigned(const CertificatePlan &plan);

private:
    TestAuthority(const QByteArray &commonName, const TestAuthority *issuer, int validFromDays);

    struct Key;
    std::unique_ptr<Key> m_key;
    QSslCertificate m_certificate;
};

} // namespace rox::test
