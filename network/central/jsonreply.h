// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"
#include "network/central/replybody.h"

#include <simdjson.h>
#include <string_view>
#include <utility>

namespace rox {

namespace ondemand = simdjson::ondemand;

/// Reads one reply field by field, front to back, without a tree. Keeps the first error with its
/// byte; after that every read fails. Fields that the caller does not read are skipped unchecked.
/// Strings stay valid as long as this object. Values are passed by reference: copying them made a
/// list take a third longer.
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
    /// Calls onField(field) -> bool for each field; the caller looks at the escaped key.
    template <class OnField>
    [[nodiscard]] bool eachRawField(ondemand::value &value, const char *where, OnField &&onField)
    {
        ondemand::object object;
        return check(value.get_object().get(object), where)
               && rawFields(object, where, std::forward<OnField>(onField));
    }
    /// The key with its escapes resolved.
    [[nodiscard]] bool keyOf(ondemand::field &field, const char *where, std::string_view &key)
    {
        return check(field.unescaped_key().get(key), where);
    }
    /// Calls onElement(value) -> bool for each element.
    template <class OnElement>
    [[nodiscard]] bool eachElement(ondemand::value &value, const char *where,
                                   OnElement &&onElement);

    [[nodiscard]] bool text(ondemand::value &value, const char *where, std::string_view &out)
    {
        return check(value.get_string().get(out), where);
    }
    [[nodiscard]] bool text(ondemand::value &value, const char *where, QString &out);
    /// A string; its copy in this object's buffer is wiped.
    [[nodiscard]] bool secret(ondemand::value &value, const char *where, Secret &out);
    [[nodiscard]] bool flag(ondemand::value &value, const char *where, bool &out)
    {
        return check(value.get_bool().get(out), where);
    }
    [[nodiscard]] bool number(ondemand::value &value, const char *where, int &out);
    /// A timestamp. Null is NoTime, and so are the zero times 0001-01-01 and 1970-01-01.
    [[nodiscard]] bool time(ondemand::value &value, const char *where, UtcMs &out);
    [[nodiscard]] bool isNull(ondemand::value &value) { return value.is_null().value_unsafe(); }

    /// Sets the error WrongShape. Returns false, for the caller to return.
    bool wrong(const char *where, const char *what);
    /// After a value of the wrong type or shape, in a loop over elements: forgets the error, so
    /// that reading goes on behind the element. False if the JSON itself is broken.
    bool recover();
    /// The bytes from the begin of this value to the end of the reply.
    [[nodiscard]] QByteArrayView from(ondemand::value &value) const;
    [[nodiscard]] bool failed() const { return m_failed; }
    /// BadJson, WrongShape or ReplyTooBig.
    [[nodiscard]] ApiError error() const { return m_error; }

private:
    [[nodiscard]] bool check(simdjson::error_code code, const char *where)
    {
        if (code == simdjson::SUCCESS) [[likely]]
            return true;
        return fail(code, where);
    }
    template <class OnField>
    bool fields(ondemand::object object, const char *where, OnField &&onField)
    {
        return rawFields(object, where, [&](ondemand::field &field) {
            std::string_view key;
            return keyOf(field, where, key) && onField(key, field.value());
        });
    }
    template <class OnField>
    bool rawFields(ondemand::object object, const char *where, OnField &&onField);
    bool fail(simdjson::error_code code, const char *where);
    bool atEnd();
    [[nodiscard]] QString place(const char *where);

    ondemand::parser m_parser;
    ondemand::document m_document;
    const ReplyBody &m_body;
    ApiError m_error;
    bool m_isOpen = false; ///< the document knows its position
    bool m_failed = false;
    bool m_isBroken = false; ///< no value behind the error can be found
};

template <class OnElement>
bool JsonReply::eachElement(ondemand::value &value, const char *where, OnElement &&onElement)
{
    ondemand::array array;
    if (!check(value.get_array().get(array), where))
        return false;
    for (auto element : array) {
        ondemand::value inside;
        // NOLINTNEXTLINE(performance-move-const-arg): get() is for rvalues alone.
        if (!check(std::move(element).get(inside), where) || !onElement(inside))
            return false;
    }
    return true;
}

template <class OnField>
bool JsonReply::rawFields(ondemand::object object, const char *where, OnField &&onField)
{
    for (auto result : object) {
        if (!check(result.error(), where))
            return false;
        ondemand::field &&field = std::move(result).value_unsafe(); // no copy
        if (!onField(field))
            return false;
    }
    return true;
}

} // namespace rox
