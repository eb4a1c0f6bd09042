// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/servers/serverprofile.h"

#include <QFrame>

#include <optional>

namespace rox {

/// What is known once signed in: who, how, until when, and what may be done.
struct Connected
{
    QString server;
    QString who;
    SignInMethod method = SignInMethod::ApiToken;
    UtcMs until = NoTime;                   ///< of the sign-in; none if it is not known
    std::optional<Permissions> permissions; ///< none while not known
    UtcMs now = NoTime;                     ///< when this was known
};

/// That, in words. Texts are untrusted.
class ConnectedCard : public QFrame
{
    Q_OBJECT

public:
    explicit ConnectedCard(QWidget *parent = nullptr);
    void setConnected(const Connected &connected);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addDeed(int row, const QString &deed, bool known, const QString &missing,
                 const QString &granted);
    QWidget *m_content = nullptr;
};

} // namespace rox
