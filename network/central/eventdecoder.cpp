// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/eventdecoder.h"

#include "network/central/jsonreply.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// More than any id that Central makes, so that no event fills the memory.
constexpr qsizetype MaxId = 256;
constexpr qsizetype MaxUser = 1024;

struct Event
{
    QString message;
    QString resourceId;
    UtcMs createdAt = NoTime;
};

bool readEvent(JsonReply &in, ondemand::value &value, Event &event)
{
    return in.eachField(value, "event", [&](std::string_view key, ondemand::value &inside) {
        if (in.isNull(inside))
            return true;
        if (key == "message")
            return in.text(inside, "message", event.message);
        if (key == "createdAt")
            return in.time(inside, "createdAt", event.createdAt);
        if (key != "resource")
            return true;
        return in.eachField(inside, "resource", [&](std::string_view name, ondemand::value &part) {
            return name != "id" || in.text(part, "resource.id", event.resourceId);
        });
    });
}

/// Nothing if the event is about something else.
std::optional<TokenCreation> creationOf(const Event &event)
{
    const auto begin = event.message.indexOf(u'{');
    if (begin < 0 || event.createdAt == NoTime)
        return std::nullopt;
    const QJsonObject facts =
        QJsonDocument::fromJson(QStringView(event.message).sliced(begin).toUtf8()).object();
    if (facts.value("err_code"_L1).toString() != "api-token-created"_L1)
        return std::nullopt;
    const TokenCreation creation{event.resourceId, facts.value("user_id"_L1).toString(),
                                 facts.value("user_auth_provider"_L1).toString().left(MaxUser),
                                 event.createdAt};
    const bool isUsable = !creation.tokenId.isEmpty() && creation.tokenId.size() <= MaxId
                          && facts.value("api_token_id"_L1).toString() == creation.tokenId
                          && !creation.userId.isEmpty() && creation.userId.size() <= MaxUser;
    return isUsable ? std::optional(creation) : std::nullopt;
}

} // namespace

Result<EventPage> decodeEvents(const ReplyBody &body)
{
    JsonReply in(body);
    EventPage page;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "events")
            return true;
        found = true;
        return in.eachElement(value, "events", [&](ondemand::value &element) {
            Event event;
            if (!readEvent(in, element, event))
                return false;
            ++page.events;
            page.isAscending &= event.createdAt >= page.lastCreatedAt;
            page.lastCreatedAt = event.createdAt;
            if (auto creation = creationOf(event))
                page.creations.append(std::move(*creation));
            return true;
        });
    });
    if (complete && !found)
        in.wrong("events", "missing");
    if (in.failed())
        return tl::make_unexpected(in.error());
    return page;
}

} // namespace rox
