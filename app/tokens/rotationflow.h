// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/generateflow.h"
#include "models/rotate/rotationrow.h"
#include "network/central/centralclient.h"

#include <QObject>

namespace rox {

class Rotations;

/// One token that is rotated, from the draft until the new value is not shown any more. Each step
/// is recorded as it is done; what comes after the hand-over is a matter of Rotations.
class RotationFlow : public QObject
{
    Q_OBJECT

public:
    /// `rotations` and `writes` outlive this object.
    RotationFlow(Rotations *rotations, TokenWrites *writes, Session *session, Token old,
                 QObject *parent = nullptr);

    [[nodiscard]] GenerateFlow *generating() const { return m_generating; }
    [[nodiscard]] const QUuid &chain() const { return m_rotation.chain; }
    /// The endpoint whose history has the rotation.
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const Token &old() const { return m_rotation.old; }

    /// Records the plan and asks Central; asks nothing, and emits othersFound(), if the old token
    /// is being rotated already. GenerateFlow reports the outcome.
    void generate(const TokenDraft &draft, const OldTokenPlan &plan);
    /// The user knows of the others: the next generate() asks Central.
    void ignoreOthers() { m_ignoresOthers = true; }

    /// The value was copied or saved in this form; the last word counts.
    void handOver(SuccessorHandOver::How how, HandoverForm form);
    /// Asks Central with the value who it is. Does nothing while it is asking.
    void check(const Secret &value, const Limits &limits = {});
    [[nodiscard]] bool isChecking() const { return m_isChecking; }
    /// What was done so far, by this object.
    [[nodiscard]] const Rotation &rotation() const { return m_rotation; }

Q_SIGNALS:
    void othersFound(const QList<rox::RotationRow> &others);
    /// `error` says why there is no answer, or how Central refused.
    void checked(const rox::SuccessorCheck &check, const rox::ApiError &error);

private:
    void begin(const TokenDraft &draft, const OldTokenPlan &plan);
    void take(const GenerateEvent &event);

    Rotations *m_rotations;
    TokenWrites *m_writes;
    GenerateFlow *m_generating;
    QString m_address;
    Rotation m_rotation;
    bool m_ignoresOthers = false;
    bool m_isBeginning = false;
    bool m_isChecking = false;
};

} // namespace rox
