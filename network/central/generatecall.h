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

/// The body of a generate. Nothing if the expiration is outside the years that Central accepts.
[[nodiscard]] std::optional<QByteArray> generateBody(const TokenDraft &draft);

/// Judges an answer, as GenerateOutcome says.
[[nodiscard]] GenerateOutcome generateOutcome(const Answer &answer, const TokenDraft &draft);

/// One generate, on its own connection. It ends with its answer, at its limits, or with the client.
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
};

} // namespace rox
