// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>

class QAction;

namespace rox {

/// A button that follows an action: icon, text, tooltip, enabled. Its accessible name does
/// not change with its text.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(QAction *action, const QString &accessibleName, QWidget *parent = nullptr);

    /// In a narrow window: another text, or none for the icon alone. Null brings the action's back.
    void setShortText(const QString &text);

private:
    void follow();
    QAction *m_action;
    QString m_short; ///< null: the action's text
};

} // namespace rox
