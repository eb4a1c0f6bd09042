// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/revoke/revokepage.h"

namespace rox {

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
