// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/json.h"

#include <array>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>

namespace rox::demo {
namespace {

constexpr char HexDigits[] = "0123456789abcdef";

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(std::string &out, char c)
{
    out += '\\';
    switch (c) {
    case '"':
    case '\\':
        out += c;
        break;
    case '\b':
        out += 'b';
        break;
    case '\f':
        out += 'f';
        break;
    case '\n':
        out += 'n';
        break;
    case '\r':
        out += 'r';
        break;
    case '\t':
        out += 't';
        break;
    default:
        out += "u00";
        out += HexDigits[static_cast<unsigned char>(c) >> 4];
        out += HexDigits[c & 0xf];
    }
}

void appendDigits(std::string &out, unsigned value, int width)
{
    std::array<char, 10> digits{};
    for (int i = width - 1; i >= 0; --i, value /= 10)
        digits[std::size_t(i)] = static_cast<char>('0' + value % 10);
    out.append(digits.data(), std::size_t(width));
}

void appendTime(std::string &out, std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_seconds when{std::chrono::seconds(seconds)};
    const auto day = floor<days>(when);
    const year_month_day date(day);
    const hh_mm_ss<std::chrono::seconds> time(when - day);
    appendDigits(out, unsigned(int(date.year())), 4);
    out += '-';
    appendDigits(out, unsigned(date.month()), 2);
    out += '-';
    appendDigits(out, unsigned(date.day()), 2);
    out += 'T';
    appendDigits(out, unsigned(time.hours().count()), 2);
    out += ':';
    appendDigits(out, unsigned(time.minutes().count()), 2);
    out += ':';
    appendDigits(out, unsigned(time.seconds().count()), 2);
    out += 'Z';
}

/// Reads fixed-width numbers and literals from the start of `rest`.
struct Cursor
{
    std::string_view rest;

    bool literal(char c)
    {
        if (rest.empty() || rest.front() != c)
            return false;
        rest.remove_prefix(1);
        return true;
    }

    bool number(std::size_t width, int lowest, int highest, int &out)
    {
        if (rest.size() < width)
            return false;
        int value = 0;
        for (const char c : rest.substr(0, width)) {
            if (c < '0' || c > '9')
                return false;
            value = value * 10 + (c - '0');
        }
        rest.remove_prefix(width);
        out = value;
        return value >= lowest && value <= highest;
    }

    bool fraction()
    {
        if (!literal('.'))
            return true;
        std::size_t digits = 0;
        while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9')
            ++digits;
        rest.remove_prefix(digits);
        return digits >= 1 && digits <= 9;
    }

    bool offset(int &seconds)
    {
        if (literal('Z'))
            return true;
        const int sign = literal('+') ? 1 : literal('-') ? -1 : 0;
        int hours = 0;
        int minutes = 0;
        if (sign == 0 || !number(2, 0, 24, hours) || !literal(':') || !number(2, 0, 59, minutes))
            return false;
        seconds = sign * (hours * 3600 + minutes * 60);
        return true;
    }
};

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        out.append(text, start, i - start);
        appendEscaped(out, text[i]);
        start = i + 1;
    }
    out.append(text, start);
    out += '"';
}

void appendJsonStrings(std::string &out, const std::vector<std::string> &texts)
{
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        appendJsonString(out, texts[i]);
    }
    out += ']';
}

void appendJsonTime(std::string &out, std::int64_t secondsSinceEpoch)
{
    out += '"';
    appendTime(out, secondsSinceEpoch);
    out += '"';
}

std::string timeText(std::int64_t secondsSinceEpoch)
{
    std::string text;
    appendTime(text, secondsSinceEpoch);
    return text;
}

std::string httpDate(std::int64_t secondsSinceEpoch)
{
    const auto when = static_cast<std::time_t>(secondsSinceEpoch);
    std::tm utc{};
    gmtime_r(&when, &utc);
    std::array<char, 32> text{};
    const std::size_t size =
        std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc); // C locale
    return {text.data(), size};
}

std::string goQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += std::string{'\\', c};
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += std::string("\\x") + HexDigits[static_cast<unsigned char>(c) >> 4]
                   + HexDigits[c & 0xf];
        else
            out += c;
    }
    return out + '"';
}

std::string prettyJson(const std::string &json)
{
    return nlohmann::ordered_json::parse(json).dump(2);
}

bool parseTime(std::string_view text, std::int64_t &secondsSinceEpoch)
{
    using namespace std::chrono;
    Cursor in{text};
    int y = 0;
    int mo = 0;
    int d = 0;
    int h = 0;
    int mi = 0;
    int s = 0;
    int offset = 0;
    if (!in.number(4, 0, 9999, y) || !in.literal('-') || !in.number(2, 1, 12, mo)
        || !in.literal('-') || !in.number(2, 1, 31, d) || !in.literal('T')
        || !in.number(2, 0, 23, h) || !in.literal(':') || !in.number(2, 0, 59, mi)
        || !in.literal(':') || !in.number(2, 0, 59, s) || !in.fraction() || !in.offset(offset)
        || !in.rest.empty())
        return false;
    const year_month_day date{year(y), month(unsigned(mo)), day(unsigned(d))};
    if (!date.ok())
        return false;
    const auto when = sys_days(date) + hours(h) + minutes(mi) + seconds(s) - seconds(offset);
    secondsSinceEpoch = when.time_since_epoch().count();
    constexpr std::int64_t firstSecond = -62135596800; // 0001-01-01T00:00:00Z
    constexpr std::int64_t lastSecond = 253402300799;  // 9999-12-31T23:59:59Z
    return secondsSinceEpoch >= firstSecond && secondsSinceEpoch <= lastSecond;
}

} // namespace rox::demo
