// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/signer.h"

#include "network/demo/authority.h"
#include "network/demo/authproviders.h"
#include "network/demo/encoding.h"
#include "network/demo/json.h"

#include <cstdlib>
#include <jwt.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdexcept>

namespace rox::demo {
namespace {

constexpr char Issuer[] = "https://stackrox.io/jwt";
constexpr char Audience[] = "https://stackrox.io/jwt-sources#api-tokens";
constexpr char KeyId[] = "jwtk0";
constexpr int KeyBits = 4096;
constexpr int KeyPrimes = 4;

struct JwtDelete
{
    void operator()(jwt_t *p) const { jwt_free(p); }
};
using JwtPtr = std::unique_ptr<jwt_t, JwtDelete>;

struct FreeDelete
{
    void operator()(char *p) const { std::free(p); }
};
using CString = std::unique_ptr<char, FreeDelete>;

OpenSslPtr<EVP_PKEY> newRsaKey()
{
    OpenSslPtr<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_keygen_init(context.get()) != 1
        || EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), KeyBits) != 1
        || EVP_PKEY_CTX_set_rsa_keygen_primes(context.get(), KeyPrimes) != 1
        || EVP_PKEY_generate(context.get(), &key) != 1)
        throw std::runtime_error("OpenSSL could not make an RSA key");
    return OpenSslPtr<EVP_PKEY>(key);
}

std::string contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, std::size_t(size)};
}

const unsigned char *bytes(const std::string &text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

/// The audience, which may be a string or a list with one string.
std::string audienceOf(const nlohmann::json &claims)
{
    const auto found = claims.find("aud");
    if (found == claims.end())
        return {};
    if (found->is_array() && found->size() == 1 && found->front().is_string())
        return found->front().get<std::string>();
    return found->is_string() ? found->get<std::string>() : std::string();
}

nlohmann::json userJson(const ExternalUser &user)
{
    nlohmann::json json = {{"user_id", user.id}};
    if (!user.fullName.empty())
        json["full_name"] = user.fullName;
    if (!user.email.empty())
        json["email"] = user.email;
    if (!user.attributes.empty())
        json["attributes"] = user.attributes;
    return json;
}

ExternalUser readUser(const nlohmann::json &json)
{
    ExternalUser user;
    user.id = json.value("user_id", std::string());
    user.fullName = json.value("full_name", std::string());
    user.email = json.value("email", std::string());
    user.attributes = json.value("attributes", std::map<std::string, std::vector<std::string>>());
    return user;
}

std::optional<Claims> readClaims(const nlohmann::json &json)
{
    Claims claims;
    const std::string audience = audienceOf(json);
    if (audience != Audience) {
        if (!findProvider(audience))
            return std::nullopt;
        claims.providerId = audience;
        claims.user = readUser(json.value("external_user", nlohmann::json::object()));
    }
    claims.id = json.value("jti", std::string());
    claims.name = json.value("name", std::string());
    claims.roles = json.value("roles", std::vector<std::string>());
    claims.issuedAt = json.value("iat", std::int64_t{0});
    claims.expiresAt = json.value("exp", std::int64_t{0});
    const std::string legacyRole = json.value("role", std::string());
    if (!legacyRole.empty()) {
        if (!claims.roles.empty())
            return std::nullopt;
        claims.roles = {legacyRole};
    }
    return claims;
}

/// libjwt refuses U+0000 in a claim, so that it is U+2400 there.
std::string withoutNul(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\0')
            out += "\u2400";
        else
            out += c;
    }
    return out;
}

} // namespace

Signer::Signer(bool withExpireAt, int leewaySeconds)
    : m_withExpireAt(withExpireAt)
    , m_leewaySeconds(leewaySeconds)
{
    const OpenSslPtr<EVP_PKEY> key = newRsaKey();
    OpenSslPtr<BIO> privateOut(BIO_new(BIO_s_mem()));
    OpenSslPtr<BIO> publicOut(BIO_new(BIO_s_mem()));
    if (!privateOut || !publicOut
        || PEM_write_bio_PrivateKey(privateOut.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                    nullptr)
               != 1
        || PEM_write_bio_PUBKEY(publicOut.get(), key.get()) != 1)
        throw std::runtime_error("OpenSSL could not write an RSA key");
    m_privatePem = contents(privateOut.get());
    m_publicPem = contents(publicOut.get());
}

std::string Signer::sign(const Claims &claims) const
{
    nlohmann::json json = {
        {"exp", claims.expiresAt}, {"iat", claims.issuedAt}, {"iss", Issuer}, {"jti", claims.id}};
    if (claims.isSession()) {
        json["aud"] = claims.providerId;
        json["external_user"] = userJson(claims.user);
    } else {
        json["aud"] = Audience;
        json["name"] = withoutNul(claims.name);
    }
    if (!claims.roles.empty())
        json["roles"] = claims.roles;
    if (m_withExpireAt && !claims.isSession())
        json["ExpireAt"] = timeText(claims.expiresAt);

    jwt_t *raw = nullptr;
    if (jwt_new(&raw) != 0)
        throw std::bad_alloc();
    const JwtPtr jwt(raw);
    if (jwt_add_grants_json(raw, json.dump().c_str()) != 0 || jwt_add_header(raw, "kid", KeyId) != 0
        || jwt_set_alg(raw, JWT_ALG_RS256, bytes(m_privatePem), int(m_privatePem.size())) != 0)
        throw std::runtime_error("a token could not be put together");
    const CString text(jwt_encode_str(raw));
    if (!text)
        throw std::runtime_error("a token could not be signed");
    return text.get();
}

bool Signer::isJwt(std::string_view token)
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return false;
    const auto header = decodeBase64Url(token.substr(0, first));
    if (!header || !decodeBase64Url(token.substr(first + 1, second - first - 1))
        || !decodeBase64Url(token.substr(second + 1)))
        return false;
    const auto json = nlohmann::json::parse(*header, nullptr, false);
    return json.is_object() && json.contains("alg") && json["alg"].is_string();
}

std::optional<Claims> Signer::verify(const std::string &token, std::int64_t now) const
{
    jwt_t *raw = nullptr;
    if (jwt_decode(&raw, token.c_str(), bytes(m_publicPem), int(m_publicPem.size())) != 0)
        return std::nullopt;
    const JwtPtr jwt(raw);
    // libjwt verifies with the algorithm of the token's header. With HS256 the public key would be
    // the secret, so only RS256 is accepted.
    if (jwt_get_alg(raw) != JWT_ALG_RS256)
        return std::nullopt;
    const CString text(jwt_get_grants_json(raw, nullptr));
    const auto json = text ? nlohmann::json::parse(text.get(), nullptr, false) : nlohmann::json();
    if (!json.is_object())
        return std::nullopt;
    try {
        if (json.value("iss", std::string()) != Issuer)
            return std::nullopt;
        auto claims = readClaims(json);
        if (!claims || now > claims->expiresAt + m_leewaySeconds
            || now < claims->issuedAt - m_leewaySeconds)
            return std::nullopt;
        return claims;
    } catch (const nlohmann::json::type_error &) {
        return std::nullopt;
    }
}

} // namespace rox::demo
