// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/clock.h"
#include "ui/text/errorsentences.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace rox {

class RoleListModel;

/// "Generate token": name, roles, expiration. Stays open until the answer is here, so that an
/// error finds everything where it was typed. Opened with open(); never blocks.
class GenerateDialog : public QDialog
{
    Q_OBJECT

public:
    /// How many live tokens already have this name.
    using NameCount = std::function<int(const QString &)>;

    GenerateDialog(ServerFacts server, RoleListModel *roles, NameCount liveTokensNamed,
                   const Clock *clock, QWidget *parent = nullptr);
    ~GenerateDialog() override;

    /// In place of the roles while they are being asked for, or could not be read.
    void setRolesLoading(bool loading);
    void setRolesFailed(const ErrorSentence &why);
    /// A note under the roles: "This Central is older than 4.3: …". Empty: none.
    void setRolesNote(const QString &note);
    /// While Central is being asked: fields locked, nothing lost.
    void setBusy(bool busy);
    /// The refusal in the form, with a table for findings; everything typed is kept.
    void showError(const ErrorSentence &why, const ApiError &error);
    void clearError();

    [[nodiscard]] TokenDraft draft() const;
    void setDraft(const TokenDraft &draft);

Q_SIGNALS:
    void generateRequested(const rox::TokenDraft &draft);
    void retryRolesRequested();

protected:
    void reject() override; ///< not while busy: what is on its way cannot be taken back

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
