// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/trustinfo.h"

#include "network/demo/encoding.h"
#include "network/demo/error.h"
#include "network/demo/json.h"

#include <openssl/rand.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace rox::demo {
namespace {

constexpr std::size_t ChallengeBytes = 32;

struct MdContextDelete
{
    void operator()(EVP_MD_CTX *p) const { EVP_MD_CTX_free(p); }
};

/// The fields of v1.TrustInfo, all of them length-delimited.
enum Field : unsigned char {
    CertChain = 1,
    SensorChallenge = 2,
    CentralChallenge = 3,
    SecondaryCertChain = 5,
};

void appendField(std::string &out, Field field, const std::string &bytes)
{
    constexpr unsigned LengthDelimited = 2;
    out += static_cast<char>(unsigned(field) << 3 | LengthDelimited);
    std::size_t size = bytes.size();
    for (; size >= 0x80; size >>= 7)
        out += static_cast<char>(size | 0x80);
    out += static_cast<char>(size);
    out += bytes;
}

std::string der(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    if (size <= 0)
        throw std::runtime_error("a certificate could not be encoded");
    std::string out(reinterpret_cast<const char *>(bytes), std::size_t(size));
    OPENSSL_free(bytes);
    return out;
}

std::string signature(EVP_PKEY *key, const std::string &bytes)
{
    const std::unique_ptr<EVP_MD_CTX, MdContextDelete> context(EVP_MD_CTX_new());
    std::size_t size = 0;
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.data());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) != 1)
        throw std::runtime_error("no signature");
    std::string out(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size, data,
                       bytes.size())
        != 1)
        throw std::runtime_error("no signature");
    out.resize(size);
    return out;
}

/// Throws Central's two errors for a bad challenge token.
void checkChallenge(const std::string &text)
{
    const std::string invalid = "invalid arguments: ";
    const std::size_t unpadded = std::min(text.find('='), text.size());
    const auto bytes = decodeBase64Url(std::string_view(text).substr(0, unpadded));
    if (text.size() % 4 != 0 || text.size() - unpadded > 2 || !bytes)
        throw ServiceError(Code::InvalidArgument,
                           invalid
                               + "challenge token must be a valid base64 string: illegal base64 "
                                 "data at input byte "
                               + std::to_string(text.size() / 4 * 4));
    if (bytes->size() != ChallengeBytes)
        throw ServiceError(Code::InvalidArgument,
                           invalid + "base64 decoded challenge token must be "
                               + std::to_string(ChallengeBytes) + " bytes long, received challenge "
                               + goQuoted(text) + " was " + std::to_string(bytes->size())
                               + " bytes");
}

std::string randomChallenge()
{
    std::string bytes(ChallengeBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size())) != 1)
        throw std::runtime_error("no random bytes");
    std::string text = encodeBase64(bytes);
    for (char &c : text)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

} // namespace

TrustInfo::TrustInfo(const Authority &authority, bool hasSecondaryCa, std::chrono::seconds delay)
    : m_authority(authority)
    , m_hasSecondaryCa(hasSecondaryCa)
    , m_delay(delay)
{}

void TrustInfo::makeCertificates()
{
    m_service = m_authority.issueService();
    if (!m_hasSecondaryCa)
        return;
    m_secondaryAuthority.emplace();
    m_secondaryService = m_secondaryAuthority->issueService();
}

std::string TrustInfo::answer(const std::string &challengeToken)
{
    checkChallenge(challengeToken);
    std::this_thread::sleep_for(m_delay);
    std::call_once(m_made, [this] { makeCertificates(); });
    std::string info;
    appendField(info, CertChain, der(m_service->certificate.get()));
    appendField(info, CertChain, der(m_authority.caCertificate()));
    appendField(info, SensorChallenge, challengeToken);
    appendField(info, CentralChallenge, randomChallenge());
    if (m_secondaryService) {
        appendField(info, SecondaryCertChain, der(m_secondaryService->certificate.get()));
        appendField(info, SecondaryCertChain, der(m_secondaryAuthority->caCertificate()));
    }
    std::string out = "{\"trustInfoSerialized\":";
    appendJsonString(out, encodeBase64(info));
    out += ",\"signature\":";
    appendJsonString(out, encodeBase64(signature(m_service->key.get(), info)));
    out += ",\"signatureSecondaryCa\":";
    appendJsonString(out, m_secondaryService
                              ? encodeBase64(signature(m_secondaryService->key.get(), info))
                              : std::string());
    return out + '}';
}

} // namespace rox::demo
