// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/trustinfo.h"

#include "network/central/jsonreply.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>
#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxCertificates = 16; ///< of one chain

template <auto Free>
struct FreeWith
{
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using CertificatePtr = std::unique_ptr<X509, FreeWith<X509_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;

/// The fields of v1.TrustInfo.
enum Field { CertChain = 1, SensorChallenge = 2, SecondaryCertChain = 5 };

/// How a field of a protobuf is encoded: the lowest three bits of its tag.
enum WireType { Varint = 0, Fixed64 = 1, LengthDelimited = 2, Fixed32 = 5 };

/// Reads a protobuf from front to back, never beyond its end.
class Protobuf
{
public:
    explicit Protobuf(QByteArrayView bytes)
        : m_rest(bytes)
    {}
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    std::optional<quint64> varint()
    {
        constexpr int mostBytes = 10;
        quint64 value = 0;
        for (int at = 0; at < mostBytes && at < m_rest.size(); ++at) {
            const auto byte = quint8(m_rest[at]);
            value |= quint64(byte & 0x7f) << (7 * at);
            if (byte < 0x80) {
                m_rest = m_rest.sliced(at + 1);
                return value;
            }
        }
        return std::nullopt;
    }
    std::optional<QByteArrayView> bytes(quint64 count)
    {
        if (count > quint64(m_rest.size()))
            return std::nullopt;
        const QByteArrayView found = m_rest.first(qsizetype(count));
        m_rest = m_rest.sliced(qsizetype(count));
        return found;
    }
    /// The content of a field of this type; empty for a varint.
    std::optional<QByteArrayView> content(quint64 type)
    {
        switch (type) {
        case Varint:
            return varint() ? std::optional(QByteArrayView()) : std::nullopt;
        case Fixed64:
            return bytes(8);
        case Fixed32:
            return bytes(4);
        case LengthDelimited:
            break;
        default:
            return std::nullopt;
        }
        const auto size = varint();
        return size ? bytes(*size) : std::nullopt;
    }

private:
    QByteArrayView m_rest;
};

CertificatePtr certificateOf(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return CertificatePtr(d2i_X509(nullptr, &at, long(der.size())));
}

/// With SHA-256; for an RSA key by PKCS#1 v1.5.
bool isSignedBy(const X509 &certificate, QByteArrayView bytes, const QByteArray &signature)
{
    const DigestPtr context(EVP_MD_CTX_new());
    EVP_PKEY *key = X509_get0_pubkey(&certificate);
    return context && key
           && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
           && EVP_DigestVerify(
                  context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                  std::size_t(signature.size()),
                  reinterpret_cast<const unsigned char *>(bytes.data()), std::size_t(bytes.size()))
                  == 1;
}

/// Of SubjectPublicKeyInfo, in hex; empty if the key cannot be read.
QString hashOfKey(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return {};
    const QByteArrayView bytes(reinterpret_cast<const char *>(der), size);
    const QByteArray hash =
        QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return QString::fromLatin1(hash.toHex());
}

/// The hash of the key of a chain's CA; empty if the chain did not sign `info`.
QString keyOfCa(const QList<QByteArray> &chain, QByteArrayView info, const QByteArray &signature)
{
    if (chain.size() < 2)
        return {};
    const CertificatePtr leaf = certificateOf(chain.at(0));
    const CertificatePtr authority = certificateOf(chain.at(1));
    if (!leaf || !authority || !isSignedBy(*leaf, info, signature)
        || X509_verify(leaf.get(), X509_get0_pubkey(authority.get())) != 1)
        return {};
    return hashOfKey(authority.get());
}

struct ChallengeReply
{
    QByteArray info, signature, secondarySignature;
};

bool readBase64(JsonReply &in, ondemand::value &value, const char *where, QByteArray &bytes)
{
    std::string_view text;
    if (in.isNull(value))
        return true;
    if (!in.text(value, where, text))
        return false;
    auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return in.wrong(where, "is no base64");
    bytes = std::move(*decoded);
    return true;
}

Result<ChallengeReply> readReply(const ReplyBody &body)
{
    JsonReply in(body);
    ChallengeReply reply;
    const bool isRead = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key == "trustInfoSerialized")
            return readBase64(in, value, "trustInfoSerialized", reply.info);
        if (key == "signature")
            return readBase64(in, value, "signature", reply.signature);
        if (key == "signatureSecondaryCa")
            return readBase64(in, value, "signatureSecondaryCa", reply.secondarySignature);
        return true;
    });
    if (isRead && !in.failed())
        return reply;
    return tl::make_unexpected(in.error());
}

} // namespace

std::optional<TrustInfo> parseTrustInfo(QByteArrayView bytes)
{
    TrustInfo info;
    Protobuf in(bytes);
    while (!in.atEnd()) {
        const auto tag = in.varint();
        const auto content = tag ? in.content(*tag & 7) : std::nullopt;
        if (!content)
            return std::nullopt;
        if ((*tag & 7) != LengthDelimited)
            continue;
        switch (*tag >> 3) {
        case CertChain:
            info.chain.append(content->toByteArray());
            break;
        case SensorChallenge:
            info.challenge = content->toByteArray();
            break;
        case SecondaryCertChain:
            info.secondaryChain.append(content->toByteArray());
            break;
        default:
            break;
        }
        if (info.chain.size() > MaxCertificates || info.secondaryChain.size() > MaxCertificates)
            return std::nullopt;
    }
    return info;
}

QByteArray makeTlsChallenge()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding);
}

Result<QStringList> decodeCaKeys(const ReplyBody &body, const QByteArray &challenge)
{
    const auto wrong = [](const char *what) {
        return tl::make_unexpected(
            errorOf(ApiError::Kind::WrongShape, u"trustInfo: "_s + QLatin1StringView(what)));
    };
    const auto reply = readReply(body);
    if (!reply)
        return tl::make_unexpected(reply.error());
    const auto info = parseTrustInfo(reply->info);
    if (!info)
        return wrong("is malformed");
    if (info->challenge != challenge)
        return wrong("has another challenge");
    const QString key = keyOfCa(info->chain, reply->info, reply->signature);
    if (key.isEmpty())
        return wrong("is not signed by its certificates");
    QStringList keys{key};
    const QString second = keyOfCa(info->secondaryChain, reply->info, reply->secondarySignature);
    if (!second.isEmpty() && second != key)
        keys.append(second);
    return keys;
}

} // namespace rox
