// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMenu>

namespace rox {

/// A menu in which one action is drawn as dangerous.
class ContextMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;
    /// `symbol` stands before its text, in the same colour; empty: none.
    void setDangerous(QAction *action, const QString &symbol);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_dangerous = nullptr;
    QString m_symbol;
};

} // namespace rox
