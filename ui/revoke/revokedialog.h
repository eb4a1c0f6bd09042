// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/revoke/revokepage.h"

#include <QDialog>
#include <QTimer>

#include <chrono>

namespace rox {

class InputPause;

/// "Revoke tokens": in one window the question, which identifies each token, then the progress,
/// then the result of each. A confirmation is typed for Admin and for many tokens, see
/// confirmationFor(); the token in use asks a second question before anything starts.
///
/// What Stop or a failure has left can be asked about again. The result is of all parts.
class RevokeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Stage { Question, Running, Stopping, Result };
    Q_ENUM(Stage)

    RevokeDialog(ServerFacts server, RevokeListModel *model, const Clock *clock,
                 QWidget *parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    void setStage(Stage stage); ///< Running and Result are set from outside
    /// Nothing more can be revoked: disables the retry, says why, and leaves a question about it.
    void refuseMore(const QString &why);
    /// How long clicks and keys are ignored after the result has appeared.
    void setInputPause(std::chrono::milliseconds length);

Q_SIGNALS:
    /// `withSignedIn` is false if the user keeps the token in use. Emitted again for each part.
    void revokeRequested(bool withSignedIn);
    void stopRequested(); ///< requests on their way finish

protected:
    /// While running: the same as Stop. From a question about what was left: back to the result.
    void reject() override;

private:
    void enter(Stage stage);
    void showQuestion();
    void showProgress();
    void showResult();
    void showPage(RevokePage *page);
    void ask(const RevokeQuestion &asked);
    void askForTokensInUse(int others);
    [[nodiscard]] QString whichAreInUse() const;

    RevokeContext m_context;
    InputPause *m_pause;
    QTimer m_soon; ///< many rows change in one turn of the event loop
    Stage m_stage = Stage::Question;
    RevokePage *m_page = nullptr;
    QString m_refusal; ///< why nothing more can be revoked
};

} // namespace rox
