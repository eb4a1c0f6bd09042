// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"

#include <QObject>

#include <optional>

namespace rox {

/// Which server the window is on. The only owner of that: commands and pages read it here.
class Scope : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// None: no server is set up, or the window is closing.
    [[nodiscard]] const std::optional<ServerId> &server() const { return m_server; }
    [[nodiscard]] bool isOn(const ServerId &id) const { return m_server == id; }
    void set(const std::optional<ServerId> &server)
    {
        if (m_server == server)
            return;
        m_server = server;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    std::optional<ServerId> m_server;
};

} // namespace rox
