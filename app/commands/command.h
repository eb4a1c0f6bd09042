// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "ui/window/mainwindow.h"

#include <QObject>
#include <QString>

namespace rox {

struct Message;

/// What has to be there before a command makes sense.
struct Needs
{
    bool connection = false;
    bool idleList = false; ///< the list is not being read
    int selectedAtLeast = 0;
    int selectedAtMost = -1;        ///< -1: any number
    bool selectedUnrevoked = false; ///< one of them at least
    bool mayRevoke = false;
    bool mayGenerate = false;
};

/// One action of the user. It says what it needs; CommandSet enables its action by that.
///
/// What takes longer than run() goes on with the session that it began with: the window may be on
/// another by then, or on none.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(CommandContext *context, QObject *parent);

    [[nodiscard]] virtual MainWindow::Action action() const = 0;
    [[nodiscard]] virtual Needs needs() const = 0;
    virtual void run() = 0;

protected:
    [[nodiscard]] MainWindow *window() const { return m_context->window; }
    [[nodiscard]] Session *session() const { return m_context->session(); }
    [[nodiscard]] TokenListing *listing() const { return m_context->listing; }
    /// In the message bar, as a message of that session's server; null: it is not open any more.
    /// Names the server unless the window is on it and there is no other.
    void say(const Session *about, const QString &server, Message message) const;
    /// The session of the server with this key that can be asked: the one of now, else `begun`.
    [[nodiscard]] Session *sessionOn(const QString &key, Session *begun) const;

private:
    CommandContext *m_context;
};

} // namespace rox
