// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokesummary.h"

#include <QString>

namespace rox {

/// What a message says of an event: its first sentence, and the rest. Plain text.
struct EventText
{
    QString lead;
    QString text;
};

/// Of a generate that made no token with a value. `server` is the name that the user knows.
[[nodiscard]] EventText textOf(const GenerateEvent &event, const QString &server);
/// Of a revocation with one event at least. `isSelected`: the tokens that were not revoked are.
[[nodiscard]] EventText textOf(const RevokeSummary &summary, const QString &server,
                               bool isSelected);
/// By what it is known of several tokens that they are revoked or gone: so many by Central's
/// answer, by reading them back, and because Central has them no more. Empty if all are 0.
[[nodiscard]] QString revokeProof(int answered, int readBack, int gone, UtcMs lastProvenAt);

} // namespace rox
