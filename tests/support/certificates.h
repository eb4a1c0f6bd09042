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

/// What a certificate says. Times are days from now.
struct CertificatePlan
{
    QByteArray commonName = "test.example";
    QByteArray organizationalUnit;
    QStringList names; ///< as OpenSSL takes them: "DNS:localhost", "IP:127.0.0.1"
    int validFromDays = -1;
    int validDays = 30;
    int rsaBits = 0; ///< 0: an EC P-256 key
    bool isSignedWithSha1 = false;
};

/// Names under which a test server is reached.
[[nodiscard]] QStringList loopbackNames();
/// The plan of the certificate that Central makes for itself: no name that anybody would type.
[[nodiscard]] CertificatePlan centralsOwn();

struct Certified
{
    QSslCertificate certificate;
    QSslKey key;
    QList<QSslCertificate> intermediates = {}; ///< that the server shows with it

    [[nodiscard]] QByteArray pem() const { return certificate.toPem(); }
    /// For a server that shows this certificate.
    [[nodiscard]] QSslConfiguration serverConfiguration() const;
};

/// Makes certificates: an authority made at construction (EC P-256), and leaves that it signs. Its
/// own issuer, unless another authority is said to be.
class TestAuthority
{
public:
    explicit TestAuthority(const QByteArray &commonName = "Test Authority");
    /// Of another authority; times as in CertificatePlan.
    TestAuthority(const QByteArray &commonName, const TestAuthority &issuer,
                  int validFromDays = -1);
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;

    [[nodiscard]] const QSslCertificate &certificate() const;
    /// The authority's own certificate, as a server's.
    [[nodiscard]] Certified itself() const;
    [[nodiscard]] Certified leaf(const CertificatePlan &plan) const;
    /// A leaf that is its own issuer.
    [[nodiscard]] static Certified selfSigned(const CertificatePlan &plan);

private:
    TestAuthority(const QByteArray &commonName, const TestAuthority *issuer, int validFromDays);

    struct Key;
    std::unique_ptr<Key> m_key;
    QSslCertificate m_certificate;
};

} // namespace rox::test
