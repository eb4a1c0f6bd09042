// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"

#include <QDialog>

namespace rox {

/// "Revoke the old token": both tokens, what is known of the new one, and that nobody can see
/// whether it is used. Opened with open(); "Keep both" is the default.
class RevokeOldQuestion : public QDialog
{
    Q_OBJECT

public:
    explicit RevokeOldQuestion(const RotationRow &row, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

/// Of a new token that was not handed over or not checked: whether to check first, keep both, or
/// revoke the old one anyway. Opened already; null concern: do not call it.
class RevokeUncheckedQuestion : public QObject
{
    Q_OBJECT

public:
    /// Deletes itself with its dialog.
    RevokeUncheckedQuestion(const RotationRow &row, RevokeConcern concern, QWidget *parent);

Q_SIGNALS:
    void checkFirst();
    void revokeAnyway();
};

} // namespace rox
