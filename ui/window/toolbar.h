// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"

#include <QWidget>

namespace rox {

class ActionButton;
class MenuButton;
class SearchField;
class TextLabel;
class WindowActions;

/// Top of the window: which server, search, Refresh, Revoke, Generate, Menu.
class Toolbar : public QWidget
{
    Q_OBJECT

public:
    explicit Toolbar(WindowActions *actions, QWidget *parent = nullptr);

    void setServer(const ServerFacts &server);
    void setNarrow(bool narrow);
    /// Without a server: the menu button alone.
    void setBare(bool bare);
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] MenuButton *menuButton() const { return m_menu; }
    static constexpr int Height = 56;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRect markRect() const;
    TextLabel *m_name;
    TextLabel *m_address;
    SearchField *m_search;
    ActionButton *m_refresh;
    ActionButton *m_revoke;
    ActionButton *m_generate;
    MenuButton *m_menu;
    QString m_colorName;
    QString m_symbol; ///< in place of the mark; empty: the mark
    bool m_narrow = false;
    bool m_bare = false;
};

} // namespace rox
