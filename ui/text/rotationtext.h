// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "models/values/apierror.h"
#include "ui/text/step.h"

#include <QList>
#include <QString>

namespace rox {

/// A first sentence, and the rest. Names in them are shown text.
struct RotationWords
{
    QString lead;
    QString text;
};

/// "Failed", "Due", "Waiting".
[[nodiscard]] QString rotationState(RotationStanding::State state);

/// What waits for a person: "1 due, 2 failed"; empty: nothing.
[[nodiscard]] QString rotationsDue(const RotationCounts &counts);

/// What a check has said: "prod-eu knows it as ci-2 (c2f06d7e)", "with Analyst, until 23 Nov 2026.
/// Asked at 10:46:08."
[[nodiscard]] RotationWords checkText(const SuccessorCheck &check, const ApiError &error,
                                      const Token &successor, const QString &server);

/// Made, handed over, checked, old one revoked. `brief`: as short as they stand side by side.
[[nodiscard]] QList<Step> rotationSteps(const RotationRow &row, bool brief);

/// What was proven of the new token: "checked today, 10:28", "handed over, not checked".
[[nodiscard]] QString newTokenNote(const RotationRow &row);
/// When the old one goes, and why it has not gone: "by hand", "reminder on 1 Sep".
[[nodiscard]] RotationWords oldTokenNote(const RotationRow &row);

/// Why this rotation needs the user, or what it waits for: one sentence of the details.
[[nodiscard]] QString rotationReason(const RotationRow &row);

/// What is known before the old one is revoked, each a sentence.
[[nodiscard]] QString handOverSentence(const RotationRow &row);
[[nodiscard]] QString checkSentence(const RotationRow &row);

} // namespace rox
