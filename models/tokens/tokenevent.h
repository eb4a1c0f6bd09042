// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/generateoutcome.h"
#include "models/values/revokeverdict.h"

#include <QUuid>

namespace rox {

/// Names one request to generate or to revoke; unique across restarts.
using IntentId = QUuid;

/// What became of one generate. ui/text/tokeneventtext has the words for it.
struct GenerateEvent
{
    /// How far the search has come for the token of a generate whose answer was lost.
    enum class Search {
        Waiting,    ///< for a list that was asked for after the answer was lost
        Unreadable, ///< still waiting; the last try to read the list failed
        NotListed,  ///< a list came without a token that the generate may have made
        Found,      ///< a list came with candidates
        Left,       ///< the server was closed before a list came
    };

    IntentId intent;
    QString server; ///< key of the server
    TokenDraft draft;
    GenerateOutcome::Outcome fate = GenerateOutcome::Outcome::NotSent;
    Token token;                     ///< Made only
    ApiError error;                  ///< Refused and NotSent only
    Search search = Search::Waiting; ///< ValueLost and MayBeCreated only
    UtcMs listedAt = NoTime;         ///< NotListed and Found: when that list arrived
    int candidates = 0;              ///< Found only
};

/// What became of one revoke: Central's answer, or later what a list says of it.
struct RevokeEvent
{
    IntentId intent;
    QString server; ///< key of the server
    Token token;    ///< only the id and no name if nothing else is known of it
    RevokeVerdict verdict;
    bool isListed = false; ///< the answer was lost, and a list has settled it since
};

} // namespace rox
