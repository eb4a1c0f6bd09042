// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencreation.h"
#include "models/values/apierror.h"
#include "network/central/replybody.h"

namespace rox {

/// One page of GET /v1/administration/events.
struct EventPage
{
    QList<TokenCreation> creations; ///< in the order of the page; other events have none
    int events = 0;                 ///< of any kind
    UtcMs lastCreatedAt = NoTime;   ///< of the last event
    bool isAscending = true;        ///< by the times of the events
};

/// Pure; any thread. Errors as in network/central/tokendecoder.h. The JSON of an event's message is
/// read as JSON, because it has the name of the token, which may be any text.
[[nodiscard]] Result<EventPage> decodeEvents(const ReplyBody &body);

} // namespace rox
