// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <optional>

namespace rox {

/// How the user left the main window, as MainWindow::layoutState() keeps it.
struct WindowLayout
{
    QByteArray geometry;
    QByteArray splitter; ///< of list and details
    bool detailsWanted = true;
    qint32 sidebarWidth = 0;
    QByteArray columns;
    bool sidebarWanted = true;
    bool menuBarWanted = false;
    bool chartWanted = true;

    [[nodiscard]] QByteArray toBytes() const;
    /// None if the bytes are no layout. What an older version did not keep has its default.
    [[nodiscard]] static std::optional<WindowLayout> fromBytes(const QByteArray &bytes);
};

} // namespace rox
