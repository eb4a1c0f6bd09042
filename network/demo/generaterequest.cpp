// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/generaterequest.h"

#include "network/demo/error.h"
#include "network/demo/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rox::demo {
namespace {

using nlohmann::json;

/// Fills a GenerateRequest from SAX events, because a DOM would hide repeated fields.
class Reader : public json::json_sax_t
{
public:
    Reader(GenerateRequest &request, bool knowsExpiration)
        : m_request(request)
        , m_knowsExpiration(knowsExpiration)
    {}

    const std::string &problem() const { return m_problem; }

    bool null() override { return m_inRoles ? wrongType() : value(Value::Null, {}); }
    bool boolean(bool) override { return value(Value::Other, {}); }
    bool number_integer(number_integer_t) override { return value(Value::Other, {}); }
    bool number_unsigned(number_unsigned_t) override { return value(Value::Other, {}); }
    bool number_float(number_float_t, const string_t &) override { return value(Value::Other, {}); }
    bool string(string_t &text) override { return value(Value::String, text); }
    bool binary(binary_t &) override { return value(Value::Other, {}); }

    bool start_object(std::size_t) override
    {
        ++m_depth;
        return m_depth == 1 || value(Value::Nested, {});
    }
    bool end_object() override
    {
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override
    {
        ++m_depth;
        if (m_depth == 2 && m_field == "roles") {
            m_inRoles = true;
            return true;
        }
        return value(Value::Nested, {});
    }
    bool end_array() override
    {
        if (--m_depth == 1)
            m_inRoles = false;
        return true;
    }
    bool key(string_t &name) override
    {
        if (m_depth != 1)
            return true;
        m_field = isKnown(name) ? name : std::string();
        if (m_field.empty())
            return true;
        if (std::find(m_seen.begin(), m_seen.end(), m_field) != m_seen.end())
            return fail("duplicate field " + goQuoted(m_field));
        m_seen.push_back(m_field);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const json::exception &) override
    {
        return fail("syntax error (byte " + std::to_string(position) + ")");
    }

private:
    enum class Value { Null, String, Nested, Other };

    bool isKnown(const std::string &name) const
    {
        return name == "name" || name == "roles" || name == "role"
               || (name == "expiration" && m_knowsExpiration);
    }

    bool fail(const std::string &problem)
    {
        m_problem = "proto: " + problem;
        return false;
    }

    bool wrongType() { return fail("invalid value for field " + m_field); }

    bool value(Value kind, const std::string &text)
    {
        const int depth = m_depth - (kind == Value::Nested ? 1 : 0);
        if (depth == 0)
            return fail("syntax error: unexpected token");
        if (m_field.empty() || (depth > 1 && !m_inRoles))
            return true;
        if (kind == Value::Null)
            return true;
        if (kind != Value::String)
            return wrongType();
        return m_inRoles ? addRole(text) : setField(text);
    }

    bool addRole(const std::string &text)
    {
        m_request.roles.push_back(text);
        return true;
    }

    bool setField(const std::string &text)
    {
        if (m_field == "roles")
            return wrongType();
        if (m_field == "name")
            m_request.name = text;
        else if (m_field == "role")
            m_request.role = text;
        else {
            std::int64_t seconds = 0;
            if (!parseTime(text, seconds))
                return fail("invalid google.protobuf.Timestamp value " + goQuoted(text));
            m_request.expiration = seconds;
        }
        return true;
    }

    GenerateRequest &m_request;
    bool m_knowsExpiration;
    int m_depth = 0;
    bool m_inRoles = false;
    std::string m_field; ///< the known field whose value is read next, or empty
    std::vector<std::string> m_seen;
    std::string m_problem;
};

} // namespace

GenerateRequest parseGenerateRequest(const std::string &body, bool knowsExpiration)
{
    GenerateRequest request;
    if (body.find_first_not_of(" \t\r\n") == std::string::npos)
        return request;
    Reader reader(request, knowsExpiration);
    if (!json::sax_parse(body, &reader, json::input_format_t::json, false))
        throw ServiceError(Code::InvalidArgument, reader.problem());
    return request;
}

} // namespace rox::demo
