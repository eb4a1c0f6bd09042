// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/revoke/revokepage.h"

class QProgressBar;

namespace rox {

/// Counts the answers while tokens are revoked.
class RevokeProgressPage : public RevokePage
{
    Q_OBJECT

public:
    RevokeProgressPage(const RevokeContext &context, QWidget *parent);
    /// No request is sent any more; those on their way finish.
    void setStopping();
    void refresh() override;
    void fitRows() override; ///< with room for all tokens of this part

Q_SIGNALS:
    void stopRequested();

private:
    QLabel *m_pace;
    QProgressBar *m_bar;
    QLabel *m_hint;
    QPushButton *m_stop;
    bool m_isStopping = false;
};

/// What became of each token, in all parts of the revocation. Close is the default.
class RevokeResultPage : public RevokePage
{
    Q_OBJECT

public:
    /// `refusal` says why nothing more can be revoked; empty: it can.
    RevokeResultPage(const RevokeContext &context, const QString &refusal, QWidget *parent);
    void setRefusal(const QString &why);
    void refresh() override;
    [[nodiscard]] QPushButton *harmlessButton() const override { return m_close; }

Q_SIGNALS:
    void retryRequested();
    void closeRequested();

private:
    void showTexts();
    void copyReport();

    QPushButton *m_retry;
    QPushButton *m_copy;
    QPushButton *m_close;
    QString m_refusal;
};

} // namespace rox
