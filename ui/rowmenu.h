// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMenu>

namespace rox {

/// A menu in which one action is drawn as dangerous.
class RowMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;
    void setDangerous(QAction *action) { m_dangerous = action; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_dangerous = nullptr;
};

} // namespace rox
