// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

namespace rox {

/// A read-only field for an id: elided in the middle without focus, whole and selectable with it.
class ElidedField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ElidedField(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followFont();
};

} // namespace rox
