// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// What is needed of DER to tell certificates from other files, without the TLS library. Nothing is
/// verified.
namespace rox::der {

enum class Kind {
    Other,
    CutOff, ///< a sequence that is longer than the bytes
    Pkcs7,
    Pkcs12,
    PrivateKey,
    CertificateRequest,
};

/// The bytes begin with the tag of a sequence and a length of DER.
[[nodiscard]] bool isSequence(QByteArrayView bytes);
/// The certificate with which the bytes begin; nothing if they begin with something else.
[[nodiscard]] std::optional<QByteArray> firstCertificate(QByteArrayView bytes);
/// Of bytes that begin with no certificate.
[[nodiscard]] Kind kindOf(QByteArrayView bytes);
/// It may issue other certificates, or is self-signed, which is an authority for itself.
[[nodiscard]] bool mayBeAuthority(QByteArrayView certificate);

} // namespace rox::der
