// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/certificates.h"

#include <QDebug>

#include <array>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

struct Release
{
    void operator()(EVP_PKEY *p) const { EVP_PKEY_free(p); }
    void operator()(X509 *p) const { X509_free(p); }
    void operator()(BIO *p) const { BIO_free(p); }
    void operator()(BIGNUM *p) const { BN_free(p); }
    void operator()(X509_EXTENSION *p) const { X509_EXTENSION_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

void check(bool good, const char *what)
{
    if (!good)
        qFatal("OpenSSL could not make %s", what);
}

void addName(X509_NAME *name, const char *field, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    check(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char *>(value.constData()),
                                     int(value.size()), -1, 0)
              == 1,
          "a name");
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    check(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

Owned<X509> blank(const CertificatePlan &plan, EVP_PKEY *key)
{
    constexpr long Day = 86400;
    Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    const Owned<BIGNUM> serial(BN_new());
    check(BN_rand(serial.get(), 120, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1, "a serial");
    BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate.get()));
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), plan.validFromDays * Day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()),
                    (plan.validFromDays + plan.validDays) * Day);
    X509_set_pubkey(certificate.get(), key);
    addName(X509_get_subject_name(certificate.get()), "OU", plan.organizationalUnit);
    addName(X509_get_subject_name(certificate.get()), "CN", plan.commonName);
    return certificate;
}

QByteArray pemOf(X509 *certificate)
{
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_X509(out.get(), certificate) == 1, "PEM");
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, size};
}

QSslKey keyOf(EVP_PKEY *key)
{
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "a key's PEM");
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QSslKey(QByteArray(bytes, size),
                   EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec);
}

Certified signedBy(X509 *issuer, EVP_PKEY *issuerKey, const CertificatePlan &plan)
{
    const Owned<EVP_PKEY> key(plan.rsaBits > 0 ? EVP_RSA_gen(unsigned(plan.rsaBits))
                                               : EVP_EC_gen("P-256"));
    check(key != nullptr, "a key");
    const Owned<X509> certificate = blank(plan, key.get());
    X509 *signer = issuer ? issuer : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    addExtension(certificate.get(), signer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), signer, NID_ext_key_usage, "serverAuth");
    if (!plan.names.isEmpty())
        addExtension(certificate.get(), signer, NID_subject_alt_name,
                     plan.names.join(u',').toLatin1());
    check(X509_sign(certificate.get(), issuerKey ? issuerKey : key.get(),
                    plan.isSignedWithSha1 ? EVP_sha1() : EVP_sha256())
              > 0,
          "a signature");
    return {QSslCertificate(pemOf(certificate.get())), keyOf(key.get())};
}

} // namespace

struct TestAuthority::Key
{
    Owned<EVP_PKEY> key;
    Owned<X509> certificate;
};

QStringList loopbackNames()
{
    return {u"DNS:localhost"_s, u"IP:127.0.0.1"_s};
}

CertificatePlan centralsDefaultCertificate()
{
    CertificatePlan plan;
    plan.commonName = "CENTRAL_SERVICE: Central";
    plan.organizationalUnit = "CENTRAL_SERVICE";
    plan.names = QStringList{u"DNS:central.stackrox"_s, u"DNS:central.stackrox.svc"_s};
    return plan;
}

QSslConfiguration Certified::serverConfiguration() const
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QList{certificate} + intermediates);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

TestAuthority::TestAuthority(const QByteArray &commonName)
    : TestAuthority(commonName, nullptr, -1)
{}

TestAuthority::TestAuthority(const QByteArray &commonName, const TestAuthority &issuer,
                             int validFromDays)
    : TestAuthority(commonName, &issuer, validFromDays)
{}

TestAuthority::TestAuthority(const QByteArray &commonName, const TestAuthority *issuer,
                             int validFromDays)
    : m_key(std::make_unique<Key>())
{
    CertificatePlan plan;
    plan.commonName = commonName;
    plan.validFromDays = validFromDays;
    m_key->key.reset(EVP_EC_gen("P-256"));
    m_key->certificate = blank(plan, m_key->key.get());
    X509 *own = m_key->certificate.get();
    X509 *signer = issuer ? issuer->m_key->certificate.get() : own;
    EVP_PKEY *signersKey = (issuer ? issuer->m_key : m_key)->key.get();
    X509_set_issuer_name(own, X509_get_subject_name(signer));
    addExtension(own, signer, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, signer, NID_key_usage, "critical,digitalSignature,keyCertSign,cRLSign");
    check(X509_sign(own, signersKey, EVP_sha256()) > 0, "a signature");
    m_certificate = QSslCertificate(pemOf(own));
}

TestAuthority::~TestAuthority() = default;

const QSslCertificate &TestAuthority::certificate() const
{
    return m_certificate;
}

Certified TestAuthority::itself() const
{
    return {m_certificate, keyOf(m_key->key.get())};
}

Certified TestAuthority::leaf(const CertificatePlan &plan) const
{
    return signedBy(m_key->certificate.get(), m_key->key.get(), plan);
}

Certified TestAuthority::selfSigned(const CertificatePlan &plan)
{
    return signedBy(nullptr, nullptr, plan);
}

} // namespace rox::test
