// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/encoding.h"

#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace rox::demo {

/// How long Central keeps an administration event, in seconds.
inline constexpr std::int64_t EventRetention = 4LL * 24 * 3600;

/// The creation of one API token, as Central records it.
struct TokenCreation
{
    std::string tokenId;
    std::string name;
    std::vector<std::string> roles;
    std::string userId;           ///< as in GET /v1/auth/status
    std::string authProvider;     ///< type and name
    std::int64_t createdAtNs = 0; ///< nanoseconds since 1970, UTC
};

/// The filter, order and page of a request for events.
struct EventQuery
{
    /// Reads the query parameters of the two calls. Throws ServiceError with Central's message.
    static EventQuery parse(const QueryParameters &parameters);

    bool matchesKind = true; ///< domain, resource type, level and type are those of a creation
    std::int64_t fromNs = std::numeric_limits<std::int64_t>::min();
    std::int64_t untilNs = std::numeric_limits<std::int64_t>::max();
    std::size_t limit = 1000;
    std::size_t offset = 0;
    bool isAscending = false;
};

/// Administration events about new API tokens, in the order of their creation. Any thread.
class EventLog
{
public:
    /// An event is visible @p delaySeconds after it was added; Central writes events to its
    /// database once a minute.
    explicit EventLog(int delaySeconds);

    void add(TokenCreation creation);
    /// {"events":[...]}
    std::string listJson(const EventQuery &query) const;
    /// The number of events that match, whatever the page.
    std::size_t count(const EventQuery &query) const;

private:
    struct Entry
    {
        std::string id;
        TokenCreation creation;
    };

    bool isVisible(const Entry &entry, const EventQuery &query, std::int64_t nowNs) const;
    std::vector<const Entry *> matches(const EventQuery &query) const;

    const std::int64_t m_delayNs;
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace rox::demo
