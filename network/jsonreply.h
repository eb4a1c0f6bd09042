// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/utctime.h"
#include "network/replybody.h"

#include <simdjson.h>
#include <string_view>
#include <utility>

namespace rox {

namespace ondemand = simdjson::ondemand;

/// One reply read field by field, front to back, without a tree. Remembers the first thing that was
/// wrong, and at which byte; after that every read fails. Fields that nobody asks for are skipped
/// unread, whatever they hold. Strings stay valid until this object goes.
class JsonReply
{
public:
    explicit JsonReply(const ReplyBody &body);

    /// Calls onField(key, value) -> bool for each field of the reply, which must be one object with
    /// nothing behind it.
    template <class OnField>
    [[nodiscard]] bool eachField(OnField &&onField)
    {
        ondemand::object root;
        return !failed() && check(m_document.get_object().get(root), "reply")
               && fields(root, "reply", std::forward<OnField>(onField)) && atEnd();
    }
    template <class OnField>
    [[nodiscard]] bool eachField(ondemand::value &value, const char *where, OnField &&onField)
    {
        ondemand::object object;
        return check(value.get_object().get(object), where)
               && fields(object, where, std::forward<OnField>(onField));
    }
    /// Calls onElement(value) -> bool for each.
    template <class OnElement>
    [[nodiscard]] bool eachElement(ondemand::value &value, const char *where,
                                   OnElement &&onElement);

    [[nodiscard]] bool text(ondemand::value &value, const char *where, std::string_view &out)
    {
        return check(value.get_string().get(out), where);
    }
    [[nodiscard]] bool text(ondemand::value &value, const char *where, QString &out);
    [[nodiscard]] bool flag(ondemand::value &value, const char *where, bool &out)
    {
        return check(value.get_bool().get(out), where);
    }
    [[nodiscard]] bool number(ondemand::value &value, const char *where, int &out);
    /// A timestamp or null, which is NoTime.
    [[nodiscard]] bool time(ondemand::value &value, const char *where, UtcMs &out);
    [[nodiscard]] bool isNull(ondemand::value &value) { return value.is_null().value_unsafe(); }

    /// Remembers that the shape is wrong; false, so that it can be returned.
    bool wrong(const char *where, const char *what);
    [[nodiscard]] bool failed() const { return m_failed; }
    /// What was wrong: BadJson, WrongShape or ReplyTooBig.
    [[nodiscard]] ApiError error() const { return m_error; }

private:
    [[nodiscard]] bool check(simdjson::error_code code, const char *where)
    {
        if (code == simdjson::SUCCESS) [[likely]]
            return true;
        return fail(code, where);
    }
    template <class OnField>
    bool fields(ondemand::object object, const char *where, OnField &&onField);
    bool fail(simdjson::error_code code, const char *where);
    bool atEnd();
    [[nodiscard]] QString place(const char *where);

    ondemand::parser m_parser;
    ondemand::document m_document;
    const ReplyBody &m_body;
    ApiError m_error;
    bool m_isOpen = false; ///< the document can be asked where it is
    bool m_failed = false;
};

/// A key without an escape, which is every key of Central's, is its own bytes: copying each costs
/// a sixth of the decoding.
inline simdjson::error_code keyOf(ondemand::field &field, std::string_view &key)
{
    const char *raw = field.key().raw();
    std::size_t size = 0;
    while (raw[size] != '"') { // there is one: simdjson has seen the string end
        if (raw[size] == '\\')
            return field.unescaped_key().get(key);
        ++size;
    }
    key = {raw, size};
    return simdjson::SUCCESS;
}

template <class OnElement>
bool JsonReply::eachElement(ondemand::value &value, const char *where, OnElement &&onElement)
{
    ondemand::array array;
    if (!check(value.get_array().get(array), where))
        return false;
    for (auto element : array) {
        if (!check(element.error(), where) || !onElement(element.value_unsafe()))
            return false;
    }
    return true;
}

template <class OnField>
bool JsonReply::fields(ondemand::object object, const char *where, OnField &&onField)
{
    for (auto each : object) {
        if (!check(each.error(), where))
            return false;
        // In place: each copy of a field or value would wait for its own stores.
        ondemand::field &&field = std::move(each).value_unsafe();
        std::string_view key;
        if (!check(keyOf(field, key), where) || !onField(key, field.second))
            return false;
    }
    return true;
}

} // namespace rox
