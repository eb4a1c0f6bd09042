// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

#include <QWidget>

class QLabel;

namespace rox {

/// The head of "Sign in to stage": the server, and under it why the credential is asked for.
class SignInHeading : public QWidget
{
    Q_OBJECT

public:
    explicit SignInHeading(QWidget *parent);
    void setServer(const ServerProfile &profile);
    void setReason(const QString &sentence);
    /// False while a problem is shown, which says more.
    void setReasonShown(bool shown);

private:
    void showReason();

    QWidget *m_server = nullptr;
    QLabel *m_reason;
    bool m_isReasonShown = true;
};

} // namespace rox
