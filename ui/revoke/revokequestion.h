// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/revoke/revokepage.h"

class QLineEdit;

namespace rox {

class MessageBar;

/// Asks whether to revoke the tokens that are not settled, with a typed confirmation where the
/// question needs one. Cancel is the default.
class RevokeQuestionPage : public RevokePage
{
    Q_OBJECT

public:
    RevokeQuestionPage(const RevokeContext &context, QWidget *parent);
    [[nodiscard]] const RevokeQuestion &question() const { return m_question; }
    void refresh() override;
    [[nodiscard]] QPushButton *harmlessButton() const override { return m_cancel; }
    [[nodiscard]] int windowWidth() const override { return m_question.tokens == 1 ? 528 : 656; }
    /// Return in the confirmation neither revokes nor cancels: it goes on to Revoke.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void revokeRequested(); ///< confirmed as the question demands
    void cancelRequested();

private:
    void addConfirmation();
    void addButtons();
    [[nodiscard]] bool needsConfirmation() const;
    [[nodiscard]] bool isConfirmed() const;
    void showTexts();

    RevokeQuestion m_question;
    QLabel *m_summary;
    QLabel *m_firstExpiry;
    MessageBar *m_inUse;
    QLabel *m_request;
    QLineEdit *m_confirmation;
    QLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_revoke;
};

} // namespace rox
