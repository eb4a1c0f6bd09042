// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdexcept>
#define ZLIB_CONST
#include <zlib.h>

namespace rox::demo {
namespace {

constexpr char HexDigits[] = "0123456789abcdef";

int sextet(char c, bool url)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == (url ? '-' : '+'))
        return 62;
    if (c == (url ? '_' : '/'))
        return 63;
    return -1;
}

std::optional<std::string> decodeSextets(std::string_view text, bool url)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = sextet(c, url);
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> count) & 0xff);
        }
    }
    return out;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string decodeUrl(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0
            && hexValue(text[i + 2]) >= 0) {
            out += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::string encodeUrl(std::string_view text)
{
    constexpr char upperHexDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                             || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'
                             || c == '~';
        if (isPlain) {
            out += c;
        } else if (c == ' ') {
            out += '+';
        } else {
            out += '%';
            out += upperHexDigits[static_cast<unsigned char>(c) >> 4];
            out += upperHexDigits[c & 0xf];
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<std::string> decodeBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i)
        text.remove_suffix(1);
    return decodeSextets(text, false);
}

std::optional<std::string> decodeBase64Url(std::string_view text)
{
    return decodeSextets(text, true);
}

std::string encodeBase64(const std::string &bytes)
{
    // EVP_EncodeBlock also writes a NUL.
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()),
                        reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()));
    out.resize(std::size_t(size));
    return out;
}

QueryParameters parseQuery(std::string_view text)
{
    QueryParameters parameters;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty())
            continue;
        const std::size_t equals = part.find('=');
        parameters.emplace_back(
            decodeUrl(part.substr(0, equals)),
            equals == std::string_view::npos ? std::string() : decodeUrl(part.substr(equals + 1)));
    }
    return parameters;
}

std::optional<std::string> valueOf(const QueryParameters &parameters, std::string_view key)
{
    for (const auto &[name, value] : parameters) {
        if (name == key)
            return value;
    }
    return std::nullopt;
}

std::string encodeQuery(QueryParameters parameters)
{
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::string out;
    for (const auto &[name, value] : parameters)
        out += (out.empty() ? "" : "&") + encodeUrl(name) + '=' + encodeUrl(value);
    return out;
}

std::string escapedHtml(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string gzip(const std::string &text)
{
    constexpr std::size_t largeBody = 1 << 20;
    constexpr int gzipWindow = 15 + 16;
    z_stream stream{};
    const int level = text.size() > largeBody ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib could not start");
    std::string out;
    std::array<char, 65536> chunk{};
    std::size_t taken = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0 && taken < text.size()) {
            const std::size_t size = std::min<std::size_t>(text.size() - taken, 1U << 30);
            stream.next_in = reinterpret_cast<const Bytef *>(text.data() + taken);
            stream.avail_in = static_cast<uInt>(size);
            taken += size;
        }
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = deflate(&stream, taken == text.size() ? Z_FINISH : Z_NO_FLUSH);
        out.append(chunk.data(), chunk.size() - stream.avail_out);
    }
    deflateEnd(&stream);
    return out;
}

bool acceptsGzip(std::string_view acceptEncoding)
{
    while (!acceptEncoding.empty()) {
        const std::size_t end = std::min(acceptEncoding.find(','), acceptEncoding.size());
        const std::string_view coding = acceptEncoding.substr(0, end);
        acceptEncoding.remove_prefix(std::min(end + 1, acceptEncoding.size()));
        const std::size_t semicolon = std::min(coding.find(';'), coding.size());
        if (trimmed(coding.substr(0, semicolon)) != "gzip")
            continue;
        const std::string_view weight = coding.substr(semicolon);
        return weight.find("q=0") == std::string_view::npos
               || weight.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

std::string randomHex(std::size_t bytes)
{
    std::string raw(bytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(raw.data()), int(bytes)) != 1)
        throw std::runtime_error("the system has no random bytes");
    std::string text;
    for (const char c : raw) {
        text += HexDigits[static_cast<unsigned char>(c) >> 4];
        text += HexDigits[c & 0xf];
    }
    return text;
}

} // namespace rox::demo
