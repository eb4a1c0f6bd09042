// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/delivery.h"

#include <QObject>

#include <optional>

namespace rox {

struct Answer;
class Wire;

/// What generate sends. Nothing if the expiration is outside the years that Central takes.
[[nodiscard]] std::optional<QByteArray> generateBody(const TokenDraft &draft);

/// The answer sorted into its fate. `error` keeps the cause as its kind where a no or a failure to
/// connect is the whole story, and says NotSent, ValueLost or MayBeCreated where the fate is, with
/// the cause in `detail`.
[[nodiscard]] GenerateOutcome generateOutcome(const Answer &answer, const TokenDraft &draft);

/// One generate, on a connection of its own. Nothing ends it but its answer, its limits, or the end
/// of the client.
class GenerateCall final : public QObject
{
    Q_OBJECT

public:
    GenerateCall(Wire &wire, const TokenDraft &draft, Delivery<GenerateOutcome &&> deliver,
                 QObject *parent);

private:
    void finish(GenerateOutcome &&outcome);

    Delivery<GenerateOutcome &&> m_deliver;
    TokenDraft m_draft;
    UtcMs m_askedAt;
};

} // namespace rox
