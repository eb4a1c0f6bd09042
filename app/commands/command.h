// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "ui/window/mainwindow.h"

#include <QObject>
#include <QString>

namespace rox {

struct Message;

/// What a command requires to be enabled.
struct Needs
{
    bool connection = false;
    bool idleList = false;  ///< the list is not being read
    bool tokens = false;    ///< the list has some
    bool readList = false;  ///< the list is not the one that this computer remembers
    bool filter = false;    ///< a view, a filter or a search is chosen
    bool oneServer = false; ///< the window is not on all servers
    int selectedAtLeast = 0;
    int selectedAtMost = -1;        ///< -1: any number
    bool selectedUnrevoked = false; ///< at least one
    bool mayRevoke = false;
    bool mayGenerate = false;
};

/// One action of the user. CommandSet enables it by its needs().
///
/// Work that goes on after run() keeps to the session that it began with; the window may show
/// another session by then, or none.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(CommandContext *context, QObject *parent);

    [[nodiscard]] virtual MainWindow::Action action() const = 0;
    [[nodiscard]] virtual Needs needs() const = 0;
    virtual void run() = 0;

protected:
    [[nodiscard]] const CommandContext &context() const { return *m_context; }
    [[nodiscard]] MainWindow *window() const { return m_context->window; }
    [[nodiscard]] Session *session() const { return m_context->session(); }
    [[nodiscard]] TokenListing *listing() const { return m_context->listing; }
    [[nodiscard]] TokenListModel *model() const { return m_context->model; }
    /// Shows a message of the server with this key in the message bar, whether it is open or not.
    /// Names the server unless the window shows it and there is no other.
    void say(const QString &key, const QString &server, Message message) const;
    /// The session of the server with this key if it is on the same Central, else `begun`: the
    /// server may have been opened again.
    [[nodiscard]] Session *sessionOn(const QString &key, const QString &address,
                                     Session *begun) const;

private:
    CommandContext *m_context;
};

} // namespace rox
