// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>

namespace rox::demo {

struct OpenSslDelete
{
    void operator()(X509 *p) const { X509_free(p); }
    void operator()(EVP_PKEY *p) const { EVP_PKEY_free(p); }
    void operator()(EVP_PKEY_CTX *p) const { EVP_PKEY_CTX_free(p); }
    void operator()(BIO *p) const { BIO_free_all(p); }
};
template <typename T>
using OpenSslPtr = std::unique_ptr<T, OpenSslDelete>;

/// A certificate with its key.
struct ServiceCertificate
{
    OpenSslPtr<EVP_PKEY> key;
    OpenSslPtr<X509> certificate;
};

/// A CA and a leaf with the properties of Central's own: ECDSA P-256, CN and OU CENTRAL_SERVICE,
/// SANs central.stackrox and central.stackrox.svc, 5 years and 365 days. The keys are never written
/// to disk. Throws std::runtime_error if OpenSSL fails.
class Authority
{
public:
    Authority();

    X509 *caCertificate() const { return m_ca.get(); }
    X509 *leaf() const { return m_leaf.get(); }
    EVP_PKEY *leafKey() const { return m_leafKey.get(); }

    /// Issues another leaf for Central, with an RSA key of 2,048 bits.
    ServiceCertificate issueService() const;

    /// The expiry of the leaf in seconds since 1970, UTC.
    std::int64_t leafExpiresAt() const;

    /// The CA certificate as PEM, for a client's CA file.
    std::string caPem() const;

private:
    OpenSslPtr<X509> issueLeaf(EVP_PKEY *key) const;

    OpenSslPtr<EVP_PKEY> m_caKey;
    OpenSslPtr<X509> m_ca;
    OpenSslPtr<EVP_PKEY> m_leafKey;
    OpenSslPtr<X509> m_leaf;
};

} // namespace rox::demo
