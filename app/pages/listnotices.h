// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/message.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>
#include <utility>

namespace rox {

class MessageStack;
class Session;

/// Message bars about a list that was read: tokens that could not be read, a clock that is wrong.
/// A notice that the user has closed is not shown again until it says something else.
class ListNotices
{
    Q_DECLARE_TR_FUNCTIONS(ListNotices)

public:
    using RevokeIds = std::function<void(const QStringList &ids)>;

    /// `bar` outlives this object. `revoke` asks about tokens of the session that the window is on.
    ListNotices(MessageStack *bar, RevokeIds revoke);

    /// Call it after each list of the session that the window is on.
    void update(const Session &session);

private:
    /// `message` has no id, and no lead if there is nothing to say. `says` is what it says without
    /// the time.
    void showOrDismiss(const QString &id, const Session &session, Message message,
                       const QString &says);
    [[nodiscard]] Message unreadTokens(const Session &session) const;
    [[nodiscard]] static Message wrongClock(const Session &session);

    MessageStack *m_bar;
    RevokeIds m_revoke;
    QHash<std::pair<QString, QString>, QString> m_shown; ///< by id and server: what it says
};

} // namespace rox
