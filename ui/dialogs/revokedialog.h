// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"
#include "ui/serverfacts.h"

#include <QDialog>

#include <memory>

namespace rox {

class RevokeListModel;

/// "Revoke tokens": the question with names, roles and expiry, then the progress, then a result
/// for each, in one window. Cancel is the default. Admin, or more than 20 tokens, asks for a typed
/// word; the token in use asks a second question before anything starts.
class RevokeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Stage { Question, Running, Stopping, Result };
    Q_ENUM(Stage)

    RevokeDialog(ServerFacts server, RevokeListModel *model, const Clock *clock,
                 QWidget *parent = nullptr);
    ~RevokeDialog() override;

    [[nodiscard]] Stage stage() const;
    void setStage(Stage stage); ///< Running and Result are set from outside

Q_SIGNALS:
    /// `withSignedIn` is false if the user keeps the token in use.
    void revokeRequested(bool withSignedIn);
    void stopRequested(); ///< those on their way finish
    void retryRequested();

protected:
    void reject() override; ///< while running: the same as Stop

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
