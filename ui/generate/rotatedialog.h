// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotation.h"
#include "ui/generate/generatedialog.h"

namespace rox {

class OldTokenChoice;

/// "Rotate token": the form of "Generate token", filled in from the token that is rotated, and what
/// is to become of that.
class RotateDialog : public GenerateDialog
{
    Q_OBJECT

public:
    /// `clock` is Central's, and outlives the dialog.
    RotateDialog(const ServerFacts &server, RoleListModel *roles, NameCount liveTokensNamed,
                 const Token &old, const Clock *clock, QWidget *parent = nullptr);

    [[nodiscard]] OldTokenPlan plan() const;
    /// Of several tokens: which are rotated after this one. Empty: none.
    void setComing(const QStringList &names);

protected:
    void lockFurther(bool locked) override;

private:
    void tellFurther();
    OldTokenChoice *m_choice;
    QString m_coming;
};

} // namespace rox
