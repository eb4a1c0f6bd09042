// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox {

/// Shift+F10 opens the context menu of the widget that has the focus, in every window. Qt does so
/// for the Menu key alone, which many keyboards do not have.
class MenuKey : public QObject
{
    Q_OBJECT

public:
    explicit MenuKey(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rox
