// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>

class QAction;

namespace rox {

/// A button that follows an action: icon, text without mnemonic, tooltip, enabled. Its accessible
/// name is the action's whole text, without dots, also while a short one is shown.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

    /// In a narrow window: another text, or none for the icon alone. Null brings the action's back.
    void setShortText(const QString &text);
    /// In place of the action's: a primary button has another colour than a menu.
    void setOwnIcon(const QIcon &icon);
    /// With an arrow: the action opens a menu below the button.
    void setHasArrow(bool hasArrow);
    [[nodiscard]] bool hasArrow() const { return m_hasArrow; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QAction *m_action;
    QIcon m_icon;
    QString m_short; ///< null: the action's text
    bool m_hasArrow = false;
};

} // namespace rox
