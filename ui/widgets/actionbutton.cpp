// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/actionbutton.h"

#include <QAction>

namespace rox {

ActionButton::ActionButton(QAction *action, const QString &accessibleName, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setAccessibleName(accessibleName);
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

void ActionButton::follow()
{
    setIcon(m_action->icon());
    setText(m_short.isNull() ? m_action->text() : m_short);
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
    setMinimumWidth(0);
    setMaximumWidth(text().isEmpty() ? sizeHint().height() : QWIDGETSIZE_MAX);
    updateGeometry();
}

} // namespace rox
