// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/gzip.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <zlib.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ApiError::Kind;

constexpr qint64 Chunk = 256 * 1024;
constexpr qint64 SmallEnough = 64 << 20; ///< never taken for a bomb
constexpr qint64 MaxRatio = 200;         ///< a list of tokens stays below 20: ids are random

tl::unexpected<ApiError> failure(Kind kind, const QString &detail)
{
    return tl::make_unexpected(errorOf(kind, detail));
}

/// Owns zlib's state.
class Inflater
{
public:
    explicit Inflater(QByteArrayView packed)
        : m_rest(packed)
    {
        constexpr int GzipWindow = MAX_WBITS + 16;
        m_isOpen = inflateInit2(&m_stream, GzipWindow) == Z_OK;
    }
    ~Inflater()
    {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Bytes of input that were consumed.
    [[nodiscard]] qint64 consumed() const { return m_consumed; }
    /// Inflates into `room`. Returns how many bytes, and zlib's result.
    [[nodiscard]] std::pair<qint64, int> fill(std::span<char> room)
    {
        const auto given =
            static_cast<uInt>(std::min<qint64>(m_rest.size(), std::numeric_limits<uInt>::max()));
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_rest.data()));
        m_stream.avail_in = given;
        m_stream.next_out = reinterpret_cast<Bytef *>(room.data());
        m_stream.avail_out = static_cast<uInt>(room.size());
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        const qint64 used = given - m_stream.avail_in;
        m_rest = m_rest.sliced(used);
        m_consumed += used;
        return {qint64(room.size()) - m_stream.avail_out, state};
    }
    /// Prepares for the next member.
    [[nodiscard]] bool startsAgain()
    {
        constexpr char FirstByte = '\x1f';
        return m_rest.startsWith(FirstByte) && inflateReset(&m_stream) == Z_OK;
    }

private:
    z_stream m_stream{};
    QByteArrayView m_rest;
    qint64 m_consumed = 0;
    bool m_isOpen = false;
};

/// The inflated length that the stream claims, modulo 4 GiB. Only a hint for how much to reserve.
qint64 likelySize(QByteArrayView packed, qint64 maxBytes)
{
    constexpr qsizetype LengthBytes = 4;
    if (packed.size() < LengthBytes)
        return 0;
    const auto said = qFromLittleEndian<quint32>(packed.last(LengthBytes).data());
    return std::min({qint64(said), maxBytes, packed.size() * MaxRatio});
}

} // namespace

bool isGzip(QByteArrayView contentEncoding)
{
    return contentEncoding == "gzip" || contentEncoding == "x-gzip";
}

Result<ReplyBody> inflated(QByteArrayView packed, qint64 maxBytes, const std::stop_token &stop)
{
    Inflater inflater(packed);
    ReplyBody body;
    if (!inflater.isOpen())
        return failure(Kind::ReplyTooBig, u"no memory to inflate it"_s);
    (void)body.room(likelySize(packed, maxBytes));
    while (!stop.stop_requested()) {
        const auto room = body.room(1);
        const auto [count, state] =
            inflater.fill(room.first(std::min<std::size_t>(room.size(), Chunk)));
        body.grow(count);
        if (body.size() > maxBytes
            || (body.size() > SmallEnough && body.size() / MaxRatio > inflater.consumed()))
            return failure(Kind::ReplyTooBig, u"inflated to more than %1 bytes"_s.arg(body.size()));
        if (state == Z_STREAM_END && !inflater.startsAgain())
            return body;
        if (state == Z_BUF_ERROR)
            return failure(Kind::BadJson, u"the gzip stream is cut off"_s);
        if (state != Z_OK && state != Z_STREAM_END)
            return failure(Kind::BadJson,
                           u"the gzip stream is broken before byte %1"_s.arg(inflater.consumed()));
    }
    return failure(Kind::Cancelled, QString());
}

} // namespace rox
