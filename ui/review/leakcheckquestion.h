// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"

#include <QDialog>

namespace rox {

/// Asks before leaked values are sent: which value goes to which Central, and what is seen there.
/// Cancel is the default. Deletes itself once closed.
class LeakCheckQuestion : public QDialog
{
    Q_OBJECT

public:
    LeakCheckQuestion(const QList<LeakedToken> &tokens, QWidget *parent);

Q_SIGNALS:
    /// `again`: check once more after a revoke.
    void confirmed(bool again);
};

} // namespace rox
