// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/values/clock.h"

#include <QDialog>

#include <chrono>
#include <memory>

namespace rox {

class RevokeListModel;

/// "Revoke tokens": the question, which says of each token which one it is; then the progress, then
/// a result for each, in one window. Cancel is the default of the question, Close that of the
/// result. Admin, or more than 20 tokens, asks for a typed word, more than 1,000 for the server's
/// name; the token in use asks a second question before anything starts.
///
/// What is left after Stop or a failure is asked about again, in the same window. The result is of
/// all parts.
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
    /// Nothing more can be revoked: says why at what is left, and leaves a question about it.
    void refuseMore(const QString &why);
    /// For so long no click and no key reaches the result after it has appeared.
    void setInputPause(std::chrono::milliseconds length);

Q_SIGNALS:
    /// `withSignedIn` is false if the user keeps the token in use. Comes again for what was left.
    void revokeRequested(bool withSignedIn);
    void stopRequested(); ///< those on their way finish

protected:
    /// While running: the same as Stop. From a question about what was left: back to the result.
    void reject() override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
