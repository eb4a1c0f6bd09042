// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"

#include <QObject>

#include <optional>

namespace rox {

/// What the window is on: one server, or all of them. The only owner of that: commands and pages
/// read it here.
class Scope : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// None: the window is on all servers, no server is set up, or the window is closing.
    [[nodiscard]] const std::optional<ServerId> &server() const { return m_server; }
    [[nodiscard]] bool isOn(const ServerId &id) const { return m_server == id; }
    [[nodiscard]] bool isAll() const { return m_shown == allServersId(); }
    /// The server, or allServersId().
    [[nodiscard]] const std::optional<ServerId> &shown() const { return m_shown; }
    /// A server, or allServersId().
    void set(const std::optional<ServerId> &shown)
    {
        if (m_shown == shown)
            return;
        m_shown = shown;
        m_server = isAll() ? std::nullopt : shown;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    std::optional<ServerId> m_shown;
    std::optional<ServerId> m_server;
};

} // namespace rox
