// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "ui/generate/generateddialog.h"

class QPushButton;

namespace rox {

class StepRow;
class ValueCheck;

/// "New token for X": the value of a successor, shown once, the four steps of the rotation, and a
/// check of the value while it is here.
class RotatedDialog : public GeneratedDialog
{
    Q_OBJECT

public:
    /// As GeneratedDialog; `row` is the rotation as it stands.
    RotatedDialog(const ServerFacts &server, const Token &successor, Secret value,
                  SecretClipboard *clipboard, const Clock *clock, const RotationRow &row,
                  QWidget *parent = nullptr);

    /// The steps that are done by now.
    void setRotation(const RotationRow &row);
    void setChecking(bool isChecking);
    void showCheck(const SuccessorCheck &check, const ApiError &error);

Q_SIGNALS:
    void checkRequested();
    void revokeOldRequested();

private:
    StepRow *m_steps;
    ValueCheck *m_check;
    QPushButton *m_revokeOld;
};

} // namespace rox
