// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/contextmenu.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"

#include <QStyleOptionMenuItem>
#include <QStylePainter>

namespace rox {

void ContextMenu::setDangerous(QAction *action, const QString &symbol)
{
    m_dangerous = action;
    m_symbol = symbol;
}

void ContextMenu::paintEvent(QPaintEvent *event)
{
    QMenu::paintEvent(event);
    if (!m_dangerous || !m_dangerous->isEnabled() || !actions().contains(m_dangerous))
        return;
    QStyleOptionMenuItem option;
    initStyleOption(&option, m_dangerous);
    option.rect = actionGeometry(m_dangerous);
    option.icon = m_symbol.isEmpty() ? QIcon() : symbolIcon(m_symbol, TextTone::Bad);
    const QColor red = statusColors(palette()).bad.text;
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
        option.palette.setColor(role, red);
    QStylePainter painter(this);
    QStyleOption panel;
    panel.initFrom(this);
    painter.setClipRect(option.rect);
    painter.drawPrimitive(QStyle::PE_PanelMenu, panel);
    painter.drawControl(QStyle::CE_MenuItem, option);
}

} // namespace rox
