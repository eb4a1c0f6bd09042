// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/servers/serverprofile.h"
#include "ui/widgets/card.h"

#include <optional>

namespace rox {

/// The outcome of signing in: user, method, end of the sign-in, and permissions.
struct Connected
{
    QString server;
    QString who;
    SignInMethod method = SignInMethod::ApiToken;
    UtcMs until = NoTime;                   ///< end of the sign-in; NoTime if not known
    std::optional<Permissions> permissions; ///< none while not known
    UtcMs now = NoTime;                     ///< time of the sign-in

    /// The permissions are known and allow nothing that this program does.
    [[nodiscard]] bool mayDoNothing() const;
};

/// Shows a Connected in the dialog. Its texts may be hostile.
class ConnectedCard : public Card
{
    Q_OBJECT

public:
    explicit ConnectedCard(QWidget *parent = nullptr);
    void setConnected(const Connected &connected);
    /// "ci may do nothing on staging."; empty if the user may do something.
    [[nodiscard]] QString rightsMissing() const { return m_rightsMissing; }

private:
    /// A row of the table: whether the user may do this. `missing` says which right is needed.
    void addRight(int row, const QString &action, bool known, const QString &missing,
                  const QString &granted);

    QWidget *m_content = nullptr;
    QString m_rightsMissing;
};

} // namespace rox
