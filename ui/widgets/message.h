// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace rox {

enum class Severity { Info, Success, Caution, Bad };

/// A button of a message.
struct MessageAction
{
    MessageAction(QString buttonText, std::function<void()> onClick, QString icon = {},
                  bool primary = false)
        : text(std::move(buttonText))
        , run(std::move(onClick))
        , symbol(std::move(icon))
        , isPrimary(primary)
    {}

    QString text;
    std::function<void()> run; ///< empty: a click does nothing
    QString symbol;            ///< of resources/icons; empty: none
    bool isPrimary;
};

/// What a bar shows: MessageBar one of them, MessageStack one of several.
struct Message
{
    QString id = {};     ///< the same id of the same server replaces
    QString server = {}; ///< key of the server that it is about; empty: of the program
    Severity severity = Severity::Info;
    QString symbol = {}; ///< icon of its own; empty: the severity's
    QString lead = {};   ///< first sentence, semibold; plain text
    QString text = {};   ///< the rest; plain text
    QList<MessageAction> actions = {};
    bool closable = true; ///< a MessageBar has no close button

    [[nodiscard]] bool isSame(const Message &other) const
    {
        return id == other.id && server == other.server;
    }
    /// What a screen reader says of it.
    [[nodiscard]] QString spoken() const { return QString(lead + u' ' + text).trimmed(); }
};

} // namespace rox
