// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/events.h"

#include "network/demo/clock.h"
#include "network/demo/error.h"
#include "network/demo/json.h"
#include "network/demo/tokenstore.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace rox::demo {
namespace {

constexpr std::int64_t NsPerSecond = 1'000'000'000;
constexpr int MaxPage = 1000;

constexpr std::string_view Domain = "Authentication";
constexpr std::string_view ResourceType = "API Token";
constexpr std::string_view EventType = "ADMINISTRATION_EVENT_TYPE_LOG_MESSAGE";
constexpr std::string_view EventLevel = "ADMINISTRATION_EVENT_LEVEL_WARNING";
constexpr std::array<std::string_view, 3> EventTypes = {
    "ADMINISTRATION_EVENT_TYPE_UNKNOWN", "ADMINISTRATION_EVENT_TYPE_GENERIC", EventType};
constexpr std::array<std::string_view, 6> EventLevels = {
    "ADMINISTRATION_EVENT_LEVEL_UNKNOWN", "ADMINISTRATION_EVENT_LEVEL_INFO",
    "ADMINISTRATION_EVENT_LEVEL_SUCCESS", EventLevel,
    "ADMINISTRATION_EVENT_LEVEL_ERROR",   "ADMINISTRATION_EVENT_LEVEL_FAILURE"};

[[noreturn]] void badField(std::string_view field, const std::string &why)
{
    throw ServiceError(Code::InvalidArgument,
                       "parsing field \"" + std::string(field) + "\": " + why);
}

/// All values of a parameter, whose last part has two spellings, as in every gRPC gateway.
std::vector<std::string> valuesOf(const QueryParameters &parameters, std::string_view camelCase,
                                  std::string_view snakeCase)
{
    std::vector<std::string> values;
    for (const auto &[key, value] : parameters) {
        if (key == camelCase || key == snakeCase)
            values.push_back(value);
    }
    return values;
}

/// Whether an absent filter, or one of its values, selects @p ours.
bool selects(const std::vector<std::string> &values, std::string_view ours)
{
    return values.empty() || std::find(values.begin(), values.end(), ours) != values.end();
}

template <typename Names>
bool selectsEnum(const std::vector<std::string> &values, std::string_view field, const Names &known,
                 std::string_view ours)
{
    for (const std::string &value : values) {
        if (std::find(known.begin(), known.end(), value) == known.end())
            badField(field, goQuoted(value) + " is not a valid value");
    }
    return selects(values, ours);
}

/// Central drops the fraction of a second.
std::optional<std::int64_t> timeOf(const QueryParameters &parameters, std::string_view key,
                                   std::string_view field)
{
    const auto text = valueOf(parameters, key);
    if (!text)
        return std::nullopt;
    std::int64_t seconds = 0;
    if (!parseTime(*text, seconds))
        badField(field, "parsing time " + goQuoted(*text)
                            + " as \"2006-01-02T15:04:05.999999999Z07:00\": cannot parse "
                            + goQuoted(*text) + " as \"2006\"");
    return seconds * NsPerSecond;
}

int numberOf(const QueryParameters &parameters, std::string_view key, std::string_view field)
{
    const std::string text = valueOf(parameters, key).value_or("0");
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size())
        badField(field, "strconv.ParseInt: parsing " + goQuoted(text) + ": invalid syntax");
    return value;
}

void readPage(const QueryParameters &parameters, EventQuery &query)
{
    const int limit = numberOf(parameters, "pagination.limit", "limit");
    if (limit < 0)
        query.limit = std::numeric_limits<std::size_t>::max();
    else if (limit > 0)
        query.limit = std::size_t(std::min(limit, MaxPage));
    query.offset = std::size_t(std::max(numberOf(parameters, "pagination.offset", "offset"), 0));
}

void readOrder(const QueryParameters &parameters, EventQuery &query)
{
    const auto fields =
        valuesOf(parameters, "pagination.sortOption.field", "pagination.sort_option.field");
    if (fields.empty())
        return;
    if (fields.front() != "Created Time" && fields.front() != "Last Updated")
        throw ServiceError(Code::Internal, "failed to list administration events: field "
                                               + goQuoted(fields.front()) + " does not exist");
    const auto reversed =
        valuesOf(parameters, "pagination.sortOption.reversed", "pagination.sort_option.reversed");
    query.isAscending = reversed.empty() || reversed.front() != "true";
}

/// Like the JSON encoder of Central's logger, which writes a space behind each colon and comma.
std::string messageOf(const TokenCreation &creation)
{
    std::string out = R"(An API token has been created {"err_code": "api-token-created")";
    const auto append = [&out](const char *key, const std::string &value) {
        out += std::string(", \"") + key + "\": ";
        appendJsonString(out, value);
    };
    append("api_token_name", creation.name);
    append("api_token_id", creation.tokenId);
    if (!creation.roles.empty()) {
        out += ", \"roles\": [";
        for (const std::string &role : creation.roles) {
            if (out.back() != '[')
                out += ", ";
            appendJsonString(out, role);
        }
        out += ']';
    }
    append("user_id", creation.userId);
    if (!creation.authProvider.empty())
        append("user_auth_provider", creation.authProvider);
    return out + '}';
}

void appendNsTime(std::string &out, std::int64_t ns)
{
    std::string text = timeText(ns / NsPerSecond);
    const std::string fraction = std::to_string(NsPerSecond + ns % NsPerSecond);
    text.back() = '.'; // the Z
    text.append(fraction, 1);
    out += '"' + text + "Z\"";
}

void appendEvent(std::string &out, const std::string &id, const TokenCreation &creation)
{
    const auto append = [&out](const char *before, std::string_view value) {
        out += before;
        appendJsonString(out, value);
    };
    append("{\"id\":", id);
    append(",\"type\":", EventType);
    append(",\"level\":", EventLevel);
    append(",\"message\":", messageOf(creation));
    append(",\"hint\":", "Revoke the API token if nobody in your organization created it.");
    append(",\"domain\":", Domain);
    append(",\"resource\":{\"type\":", ResourceType);
    append(",\"id\":", creation.tokenId);
    append(",\"name\":", creation.name);
    out += "},\"numOccurrences\":\"1\",\"lastOccurredAt\":";
    appendNsTime(out, creation.createdAtNs);
    out += ",\"createdAt\":";
    appendNsTime(out, creation.createdAtNs);
    out += '}';
}

} // namespace

EventQuery EventQuery::parse(const QueryParameters &parameters)
{
    EventQuery query;
    query.matchesKind =
        selects(valuesOf(parameters, "filter.resourceType", "filter.resource_type"), ResourceType)
        && selects(valuesOf(parameters, "filter.domain", "filter.domain"), Domain);
    const bool type = selectsEnum(valuesOf(parameters, "filter.type", "filter.type"), "type",
                                  EventTypes, EventType);
    const bool level = selectsEnum(valuesOf(parameters, "filter.level", "filter.level"), "level",
                                   EventLevels, EventLevel);
    query.matchesKind = query.matchesKind && type && level;
    query.fromNs = timeOf(parameters, "filter.from", "from").value_or(query.fromNs);
    query.untilNs = timeOf(parameters, "filter.until", "until").value_or(query.untilNs);
    readPage(parameters, query);
    readOrder(parameters, query);
    return query;
}

EventLog::EventLog(int delaySeconds)
    : m_delayNs(delaySeconds * NsPerSecond)
{}

void EventLog::add(TokenCreation creation)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({idText(randomId()), std::move(creation)});
}

std::string EventLog::listJson(const EventQuery &query) const
{
    const std::lock_guard lock(m_mutex);
    const std::vector<const Entry *> all = matches(query);
    const std::size_t first = std::min(query.offset, all.size());
    const std::size_t count = std::min(query.limit, all.size() - first);
    std::string out = "{\"events\":[";
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = query.isAscending ? first + i : all.size() - 1 - first - i;
        if (i > 0)
            out += ',';
        appendEvent(out, all[at]->id, all[at]->creation);
    }
    return out + "]}";
}

std::size_t EventLog::count(const EventQuery &query) const
{
    const std::lock_guard lock(m_mutex);
    return matches(query).size();
}

bool EventLog::isVisible(const Entry &entry, const EventQuery &query, std::int64_t nowNs) const
{
    const std::int64_t at = entry.creation.createdAtNs;
    return query.matchesKind && at + m_delayNs <= nowNs && at >= query.fromNs
           && at <= query.untilNs;
}

std::vector<const EventLog::Entry *> EventLog::matches(const EventQuery &query) const
{
    const std::int64_t now = currentNanoseconds();
    std::vector<const Entry *> found;
    for (const Entry &entry : m_entries) {
        if (isVisible(entry, query, now))
            found.push_back(&entry);
    }
    return found;
}

} // namespace rox::demo
