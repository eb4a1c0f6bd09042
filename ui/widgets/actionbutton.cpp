// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/actionbutton.h"

#include <QAction>

namespace rox {

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setIconSize({16, 16});
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setShortText(const QString &text)
{
    m_short = text;
    follow();
}

void ActionButton::setOwnIcon(const QIcon &icon)
{
    m_icon = icon;
    follow();
}

void ActionButton::follow()
{
    const QString text = m_action->iconText();
    setAccessibleName(text.endsWith(u'…') ? text.chopped(1) : text);
    setIcon(m_icon.isNull() ? m_action->icon() : m_icon);
    setText(m_short.isNull() ? text : m_short);
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
    setMinimumWidth(0);
    setMaximumWidth(this->text().isEmpty() ? sizeHint().height() : QWIDGETSIZE_MAX);
    updateGeometry();
}

} // namespace rox
