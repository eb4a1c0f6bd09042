// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/jsonreply.h"

#include "network/timestamp.h"

#include <cstring>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

ApiError::Kind kindOf(simdjson::error_code code)
{
    switch (code) {
    case simdjson::INCORRECT_TYPE:
    case simdjson::NO_SUCH_FIELD:
    case simdjson::NUMBER_OUT_OF_RANGE:
        return ApiError::Kind::WrongShape;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return ApiError::Kind::ReplyTooBig;
    case simdjson::EMPTY:
        return ApiError::Kind::EmptyReply;
    default:
        return ApiError::Kind::BadJson;
    }
}

// The value is well-formed JSON, so that simdjson can skip it. A string with a bad escape is one
// too.
bool isOfOneValue(simdjson::error_code code)
{
    return kindOf(code) == ApiError::Kind::WrongShape || code == simdjson::STRING_ERROR;
}

// simdjson's on-demand API reports a wrong type for text that is no JSON at all; we report BadJson.
bool maybeJson(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return std::string_view("{[\"-0123456789tfn").find(c) != std::string_view::npos;
    }
    return true;
}

} // namespace

JsonReply::JsonReply(const ReplyBody &body)
    : m_body(body)
{
    const auto bytes = body.view();
    if (bytes.isEmpty()) {
        fail(simdjson::EMPTY, "reply");
        return;
    }
    const simdjson::padded_string_view padded(bytes.data(), std::size_t(bytes.size()),
                                              std::size_t(body.capacity()));
    const auto code =
        maybeJson(bytes) ? m_parser.iterate(padded).get(m_document) : simdjson::TAPE_ERROR;
    m_isOpen = code == simdjson::SUCCESS;
    if (!m_isOpen)
        fail(code, "reply");
}

bool JsonReply::text(ondemand::value &value, const char *where, QString &out)
{
    std::string_view utf8;
    if (!text(value, where, utf8))
        return false;
    out = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return true;
}

bool JsonReply::number(ondemand::value &value, const char *where, int &out)
{
    int64_t wide = 0;
    if (!check(value.get_int64().get(wide), where))
        return false;
    out = int(wide);
    return out == wide || wrong(where, "out of range");
}

bool JsonReply::time(ondemand::value &value, const char *where, UtcMs &out)
{
    std::string_view utf8;
    const auto code = value.get_string().get(utf8);
    if (code == simdjson::INCORRECT_TYPE && isNull(value)) {
        out = NoTime;
        return true;
    }
    if (!check(code, where))
        return false;
    const auto parsed = parseTimestamp(utf8);
    // The zero times of Go (year 1) and of Unix (1970) mean that no time was set.
    out = parsed && *parsed > 0 ? *parsed : NoTime;
    return parsed || wrong(where, "not a time");
}

bool JsonReply::wrong(const char *where, const char *what)
{
    if (!m_failed) {
        m_failed = true;
        m_error.kind = ApiError::Kind::WrongShape;
        m_error.detail = place(where) + ": "_L1 + QLatin1String(what);
    }
    return false;
}

bool JsonReply::recover()
{
    if (m_isBroken)
        return false;
    m_failed = false;
    m_error = {};
    return true;
}

QByteArrayView JsonReply::from(ondemand::value &value) const
{
    const char *start = value.raw_json_token().data();
    return {start, m_body.view().end()};
}

bool JsonReply::secret(ondemand::value &value, const char *where, Secret &out)
{
    std::string_view string;
    if (!text(value, where, string))
        return false;
    out = Secret(QByteArrayView(string.data(), qsizetype(string.size())));
    // The string lies in the parser's own buffer, which is ours and writable.
    if (!string.empty())
        ::explicit_bzero(const_cast<char *>(string.data()), string.size());
    return true;
}

bool JsonReply::fail(simdjson::error_code code, const char *where)
{
    if (!m_failed) {
        m_failed = true;
        m_isBroken = !isOfOneValue(code);
        m_error.kind = kindOf(code);
        m_error.detail = place(where) + ": "_L1 + QString::fromUtf8(simdjson::error_message(code));
    }
    return false;
}

bool JsonReply::atEnd()
{
    const char *next = nullptr;
    return m_document.current_location().get(next) == simdjson::OUT_OF_BOUNDS
           || fail(simdjson::TAPE_ERROR, "after the reply");
}

QString JsonReply::place(const char *where)
{
    QString name = QString::fromUtf8(where);
    const auto bytes = m_body.view();
    const char *at = nullptr;
    if (!m_isOpen || m_document.current_location().get(at) != simdjson::SUCCESS
        || at < bytes.begin() || at > bytes.end())
        return name;
    return name + u" before byte %1"_s.arg(at - bytes.begin());
}

} // namespace rox
