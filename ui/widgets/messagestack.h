// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/messagebar.h"

namespace rox {

class Notice;

/// The bar over a list, and the notice at the list's lower edge. The notice shows news (Success,
/// Info); the bar shows the newest of the messages that stay (Caution, Bad), and the one before it
/// again when that one is dismissed. No message takes the focus.
///
/// A message of a server is hidden when the window leaves that server; if it stays, it is shown
/// again with the server. A message about a server that the window is not on is shown at once,
/// until the window changes to another server.
class MessageStack : public MessageBar
{
    Q_OBJECT

public:
    explicit MessageStack(QWidget *parent = nullptr);

    void show(const Message &message);
    /// As show(), but the message of the bar is not covered: this one is shown after it.
    void showUnder(const Message &message);
    /// The server that the window is on; empty: none.
    void setServer(const QString &server);
    void dismiss();                  ///< all of them
    void dismiss(const QString &id); ///< of whatever server, shown or not
    void dismiss(const QString &id, const QString &server);
    void dismissAllOf(const QString &server); ///< which was removed
    /// Another text after the lead, as when time passes: not announced. Nothing if there is no such
    /// message.
    void updateText(const QString &id, const QString &server, const QString &text);
    /// A widget under the text of this message, inside the bar (candidates, escalation table); it
    /// comes and goes with that message. Takes ownership, also where there is no such message; null
    /// removes.
    void setExtra(const QString &id, QWidget *extra);
    /// The keyboard goes to the first button, if this message is the one shown.
    void focusAction(const QString &id);
    [[nodiscard]] Notice *notice() const { return m_notice; }

Q_SIGNALS:
    void dismissed(const QString &id);

private:
    struct Entry
    {
        Message message;
        QWidget *extra = nullptr;
        bool isHere = true; ///< may be shown while the window is on this server
    };

    [[nodiscard]] qsizetype indexOf(const QString &id, const QString &server) const;
    [[nodiscard]] qsizetype top() const; ///< the newest that is here; -1: none
    void dropNews(const std::function<bool(const Message &)> &isMeant);
    void drop(const std::function<bool(const Message &)> &isMeant);
    void release(QWidget *extra); ///< deletes it later, also where it is shown
    void showTop();               ///< announced if it says something else than before

    QList<Entry> m_entries; ///< the oldest first
    QString m_server;
    Notice *m_notice;
};

} // namespace rox
