// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/certificatefile.h"

#include "network/trust/der.h"

#include <QStringDecoder>

#include <optional>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Fault = CaFileFault;
using Read = tl::expected<QByteArrayList, Fault>;

/// One "-----BEGIN label-----" with what follows it.
struct PemBlock
{
    QByteArray label;
    std::optional<QByteArray> body; ///< none: its END is missing
};

QList<PemBlock> blocksIn(const QByteArray &text)
{
    const QByteArray begin = "-----BEGIN "_ba;
    const QByteArray dashes = "-----"_ba;
    QList<PemBlock> blocks;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
        at += begin.size();
        const qsizetype labelEnd = text.indexOf(dashes, at);
        if (labelEnd < 0)
            break;
        PemBlock block{text.mid(at, labelEnd - at), {}};
        at = labelEnd + dashes.size();
        const QByteArray ending = "-----END " + block.label + dashes;
        const qsizetype end = text.indexOf(ending, at);
        const qsizetype next = text.indexOf(begin, at);
        if (end >= 0 && (next < 0 || end < next))
            block.body = text.mid(at, end - at);
        blocks.append(block);
    }
    return blocks;
}

std::optional<QByteArray> fromBase64(QByteArray text)
{
    text.replace("\\r", "").replace("\\n", ""); // as JSON has a line end
    text = text.simplified().replace(' ', "");
    auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (text.isEmpty() || !bytes)
        return std::nullopt;
    return std::move(bytes.decoded);
}

bool isCertificateLabel(const QByteArray &label)
{
    return label == "CERTIFICATE" || label == "X509 CERTIFICATE" || label == "TRUSTED CERTIFICATE";
}

Fault faultOf(const QList<PemBlock> &blocks)
{
    Fault fault = Fault::NoCertificate;
    for (const PemBlock &block : blocks) {
        if (block.label.endsWith("PRIVATE KEY"))
            return Fault::PrivateKey;
        if (block.label.endsWith("CERTIFICATE REQUEST"))
            fault = Fault::CertificateRequest;
        else if (block.label == "PKCS7" || block.label == "CMS")
            fault = Fault::Pkcs7;
    }
    return fault;
}

/// A file with only the certificate of a server would let every connection fail.
Read withAnAuthority(QByteArrayList certificates)
{
    for (const QByteArray &certificate : certificates) {
        if (der::mayBeAuthority(certificate))
            return certificates;
    }
    return tl::make_unexpected(Fault::NotAnAuthority);
}

Read certificatesOf(const QList<PemBlock> &blocks)
{
    QByteArrayList certificates;
    for (const PemBlock &block : blocks) {
        if (!isCertificateLabel(block.label))
            continue;
        const auto bytes = block.body ? fromBase64(*block.body) : std::nullopt;
        // OpenSSL's TRUSTED CERTIFICATE has more behind the certificate.
        const auto certificate = bytes ? der::firstCertificate(*bytes) : std::nullopt;
        const bool hasMore = certificate && certificate->size() != bytes->size();
        if (!certificate || (hasMore && block.label != "TRUSTED CERTIFICATE"))
            return tl::make_unexpected(Fault::Broken);
        certificates.append(*certificate);
    }
    if (certificates.isEmpty())
        return tl::make_unexpected(faultOf(blocks));
    return withAnAuthority(std::move(certificates));
}

Read certificatesOfDer(QByteArrayView bytes)
{
    QByteArrayList certificates;
    while (const auto certificate = der::firstCertificate(bytes)) {
        certificates.append(*certificate);
        bytes = bytes.sliced(certificate->size());
    }
    if (!certificates.isEmpty() && bytes.trimmed().isEmpty())
        return withAnAuthority(std::move(certificates));
    switch (der::kindOf(bytes)) {
    case der::Kind::Pkcs7:
        return tl::make_unexpected(Fault::Pkcs7);
    case der::Kind::Pkcs12:
        return tl::make_unexpected(Fault::Pkcs12);
    case der::Kind::PrivateKey:
        return tl::make_unexpected(Fault::PrivateKey);
    case der::Kind::CertificateRequest:
        return tl::make_unexpected(Fault::CertificateRequest);
    case der::Kind::CutOff:
        return tl::make_unexpected(Fault::Broken);
    case der::Kind::Other:
        break;
    }
    return tl::make_unexpected(Fault::NoCertificate);
}

/// Text in one byte for each ASCII character.
QByteArray asAscii(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return QString(decoder(bytes)).toUtf8();
    }
    return bytes;
}

Read certificatesIn(const QByteArray &bytes, bool mayBeBase64)
{
    const QByteArray text = asAscii(bytes);
    if (text.trimmed().isEmpty() || text.trimmed() == "\xef\xbb\xbf")
        return tl::make_unexpected(Fault::Empty);
    if (der::isSequence(text))
        return certificatesOfDer(text);
    if (const QList<PemBlock> blocks = blocksIn(text); !blocks.isEmpty())
        return certificatesOf(blocks);
    if (const auto decoded = mayBeBase64 ? fromBase64(text) : std::nullopt)
        return certificatesIn(*decoded, false);
    return tl::make_unexpected(Fault::NoCertificate);
}

} // namespace

tl::expected<QByteArrayList, CaFileFault> certificatesIn(const QByteArray &bytes)
{
    return certificatesIn(bytes, true);
}

} // namespace rox
