// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/service.h"

// The calls of Service for administration events and for Central's own certificate chain.

namespace rox::demo {

std::string Service::listEvents(const Call &call)
{
    const EventQuery query = EventQuery::parse(call.query);
    authorize(call, {{"Administration", Access::Read}});
    return m_events.listJson(query);
}

std::string Service::countEvents(const Call &call)
{
    const EventQuery query = EventQuery::parse(call.query);
    authorize(call, {{"Administration", Access::Read}});
    return "{\"count\":" + std::to_string(m_events.count(query)) + '}';
}

std::string Service::tlsChallenge(const Call &call)
{
    limitRate(call);
    const auto challenge = valueOf(call.query, "challengeToken");
    return m_trustInfo.answer(challenge ? *challenge
                                        : valueOf(call.query, "challenge_token").value_or(""));
}

} // namespace rox::demo
