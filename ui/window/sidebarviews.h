// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

class ServerSidebar;
class TokenPage;
struct TokenCounts;

/// Fills the views of the sidebar from tokenViews(), keeps them in step with the list, and chooses
/// in the list. A click on the server that is shown leads back to all of its tokens.
class SidebarViews : public QObject
{
    Q_OBJECT

public:
    SidebarViews(ServerSidebar *sidebar, TokenPage *page, QObject *parent);

private:
    void showCounts(const TokenCounts &counts, quint32 total);

    ServerSidebar *m_sidebar;
    TokenPage *m_page;
    bool m_isShownServerPressed = false;
};

} // namespace rox
