// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>

namespace rox {

/// A button with this text, which is its accessible name too. `parent` owns it.
[[nodiscard]] inline QPushButton *pushButton(const QString &text, const QString &objectName,
                                             QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    return button;
}

} // namespace rox
