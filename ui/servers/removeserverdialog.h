// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/questiondialog.h"

namespace rox {

/// "Remove this server?": removes the profile and its credential; Central is not asked. Cancel is
/// the default. Deletes itself once answered.
class RemoveServerDialog : public QuestionDialog
{
    Q_OBJECT

public:
    /// `server` is untrusted. `inKeychain`: its credential lies there and goes too.
    RemoveServerDialog(const QString &server, bool inKeychain, QWidget *parent);

Q_SIGNALS:
    void removeConfirmed();
};

} // namespace rox
