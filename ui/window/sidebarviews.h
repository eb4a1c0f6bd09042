// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationstate.h"

#include <QObject>

class QAction;

namespace rox {

class ServerSidebar;
class TokenPage;
struct TokenCounts;

/// Fills the views of the sidebar from tokenViews(), keeps them in step with the list, and chooses
/// in the list. A click on the server that is shown leads back to all of its tokens. The last row
/// is for the rotations of all servers, which have a window of their own.
class SidebarViews : public QObject
{
    Q_OBJECT

public:
    /// Choosing the row of rotations triggers `rotations`.
    SidebarViews(ServerSidebar *sidebar, TokenPage *page, QAction *rotations, QObject *parent);
    void setRotations(const RotationCounts &counts);

private:
    void showCounts(const TokenCounts &counts, quint32 total);

    ServerSidebar *m_sidebar;
    TokenPage *m_page;
    bool m_isShownServerPressed = false;
};

} // namespace rox
