// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/historystate.h"
#include "models/tokens/tokennote.h"
#include "models/values/utctime.h"

namespace rox {

/// What the user wrote about a token. The newest of each kind holds; an empty text takes it back.
struct Annotation
{
    QString tokenId;
    NoteKind kind = NoteKind::Note;
    QString text;
    UtcMs at = NoTime; ///< by this computer's clock
};

/// Whether something that the user asked to keep is on the disk, or in memory for the demo.
struct WriteOutcome
{
    bool isWritten = false;
    HistoryState state; ///< why not
};

} // namespace rox
