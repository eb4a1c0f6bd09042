// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/authority.h"

#include <ctime>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace rox::demo {
namespace {

constexpr long Day = 86400;

void check(bool good, const char *what)
{
    if (!good)
        throw std::runtime_error(std::string("OpenSSL could not make ") + what);
}

OpenSslPtr<EVP_PKEY> newKey()
{
    OpenSslPtr<EVP_PKEY> key(EVP_EC_gen("P-256"));
    check(key != nullptr, "an EC key");
    return key;
}

void addName(X509_NAME *name, const char *field, const char *value)
{
    check(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char *>(value), -1, -1, 0)
              == 1,
          "a certificate's name");
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    check(extension != nullptr, "a certificate extension");
    const int added = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    check(added == 1, "a certificate extension");
}

/// A certificate without names, extensions and signature. It is valid from an hour ago, because a
/// client's clock may be slow; cfssl uses five minutes.
OpenSslPtr<X509> blankCertificate(EVP_PKEY *key, long days)
{
    OpenSslPtr<X509> certificate(X509_new());
    check(certificate != nullptr, "a certificate");
    X509_set_version(certificate.get(), X509_VERSION_3);
    BIGNUM *serial = BN_new();
    check(serial && BN_rand(serial, 120, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1, "a serial");
    BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(certificate.get()));
    BN_free(serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * Day);
    check(X509_set_pubkey(certificate.get(), key) == 1, "a certificate");
    return certificate;
}

void sign(X509 *certificate, EVP_PKEY *key)
{
    check(X509_sign(certificate, key, EVP_sha256()) > 0, "a signature");
}

} // namespace

Authority::Authority()
    : m_caKey(newKey())
    , m_leafKey(newKey())
{
    m_ca = blankCertificate(m_caKey.get(), 5 * 365);
    X509_NAME *caName = X509_get_subject_name(m_ca.get());
    addName(caName, "CN", "StackRox Certificate Authority");
    X509_set_issuer_name(m_ca.get(), caName);
    addExtension(m_ca.get(), m_ca.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(m_ca.get(), m_ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(m_ca.get(), m_ca.get(), NID_subject_key_identifier, "hash");
    sign(m_ca.get(), m_caKey.get());
    m_leaf = issueLeaf(m_leafKey.get());
}

OpenSslPtr<X509> Authority::issueLeaf(EVP_PKEY *key) const
{
    auto leaf = blankCertificate(key, 365);
    X509_NAME *name = X509_get_subject_name(leaf.get());
    addName(name, "OU", "CENTRAL_SERVICE");
    addName(name, "CN", "CENTRAL_SERVICE: Central");
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(m_ca.get()));
    addExtension(leaf.get(), m_ca.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(leaf.get(), m_ca.get(), NID_key_usage,
                 "critical,digitalSignature,keyEncipherment");
    addExtension(leaf.get(), m_ca.get(), NID_ext_key_usage, "serverAuth,clientAuth");
    addExtension(leaf.get(), m_ca.get(), NID_subject_key_identifier, "hash");
    addExtension(leaf.get(), m_ca.get(), NID_authority_key_identifier, "keyid");
    addExtension(leaf.get(), m_ca.get(), NID_subject_alt_name,
                 "DNS:central.stackrox,DNS:central.stackrox.svc");
    sign(leaf.get(), m_caKey.get());
    return leaf;
}

ServiceCertificate Authority::issueService() const
{
    constexpr unsigned bits = 2048;
    ServiceCertificate service;
    service.key.reset(EVP_RSA_gen(bits));
    check(service.key != nullptr, "an RSA key");
    service.certificate = issueLeaf(service.key.get());
    return service;
}

std::int64_t Authority::leafExpiresAt() const
{
    std::tm utc{};
    check(ASN1_TIME_to_tm(X509_get0_notAfter(m_leaf.get()), &utc) == 1, "a time");
    return timegm(&utc);
}

std::string Authority::caPem() const
{
    OpenSslPtr<BIO> out(BIO_new(BIO_s_mem()));
    check(out && PEM_write_bio_X509(out.get(), m_ca.get()) == 1, "a PEM file");
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return {data, std::size_t(size)};
}

} // namespace rox::demo
