// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QButtonGroup;

namespace rox {

/// The eight colours of servers, one of them chosen: radio buttons, so that arrow keys go through
/// them and a screen reader says "Plum, 2 of 8".
class ColorPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ColorPicker(QWidget *parent = nullptr);

    [[nodiscard]] QString colorName() const; ///< as serverColor() takes it
    void setColorName(const QString &name);  ///< an unknown name chooses the first
    /// Those names, in the order shown.
    [[nodiscard]] static QStringList colorNames();

private:
    QButtonGroup *m_group;
};

} // namespace rox
